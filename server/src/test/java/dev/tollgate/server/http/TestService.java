package dev.tollgate.server.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/**
 * A running service and a client of it. Every reply is held to the OpenAPI document on its way.
 *
 * <p>JSON is given with apostrophes in the place of quotes.
 */
public final class TestService implements AutoCloseable {

  /** The rules of a product small enough to count by hand. */
  public static final Path SHOP = Path.of("src/test/resources/dev/tollgate/server/http/rules");

  /** The rules of the project. */
  public static final Path PROJECT = Path.of("../rules");

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final OpenApiContract CONTRACT = OpenApiContract.load();

  private final SettableClock clock;
  private final TollgateServer server;

  private TestService(SettableClock clock, TollgateServer server) {
    this.clock = clock;
    this.server = server;
  }

  public static TestService start(Path rules) {
    return start(rules, settings -> settings);
  }

  public static TestService start(Path rules, UnaryOperator<ServerSettings> change) {
    SettableClock clock = new SettableClock("2026-01-01T10:00:00Z");
    ServerSettings settings = change.apply(ServerSettings.local(rules, clock));
    return new TestService(clock, TollgateServer.start(settings));
  }

  public SettableClock clock() {
    return clock;
  }

  public TollgateServer server() {
    return server;
  }

  public Reply get(String path) {
    return send("GET", path, BodyPublishers.noBody());
  }

  public Reply delete(String path) {
    return send("DELETE", path, BodyPublishers.noBody());
  }

  public Reply post(String path) {
    return send("POST", path, BodyPublishers.noBody());
  }

  public Reply post(String path, String json) {
    return send("POST", path, json(json), "Content-Type", "application/json");
  }

  public Reply put(String path, String json) {
    return send("PUT", path, json(json), "Content-Type", "application/json");
  }

  /** Any request. */
  public Reply send(String method, String path, BodyPublisher body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.address() + path)).method(method, body);
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      Reply reply = new Reply(CLIENT.send(request.build(), BodyHandlers.ofString()));
      CONTRACT.check(method, path, reply);
      return reply;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  @Override
  public void close() {
    server.close();
  }

  private static BodyPublisher json(String text) {
    return BodyPublishers.ofString(text.replace('\'', '"'));
  }
}
