package dev.tollgate.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tollgate.server.http.ServerSettings;
import dev.tollgate.server.http.TollgateServer;
import dev.tollgate.server.store.Durability;
import dev.tollgate.server.store.StoreSettings;
import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Requests per second and how long one takes, over connections that stay open, of which each sends
 * its next request as soon as it is answered; server and callers share this process. Beside it a
 * bare Javalin handler that reads a body of JSON and writes one of the size of a decision. No
 * call's end is reported ({@code "inFlight": false}); each draws on two rolling quotas.
 */
final class HttpRun {

  private static final int REQUESTS = 40_000;
  private static final int MOST_CALLS = 600_000;
  private static final String PATH = "/v1/consume";
  private static final String CALL =
      "{\"product\":\"api\",\"account\":\"acme\",\"call\":\"get\",\"inFlight\":false}";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;

  private HttpRun(Path folder) {
    this.folder = folder;
  }

  /**
   * @param arguments a folder on the disk that counts; by default one for temporary files
   */
  public static void main(String[] arguments) throws IOException {
    Folders.use(arguments, folder -> new HttpRun(folder).run());
  }

  private void run() throws IOException {
    System.out.print(Load.HEADER);
    byte[] decision = decision();
    for (int connections : new int[] {1, 16, 64}) {
      bare(decision, connections);
      for (Durability durability : Durability.values()) {
        tollgate(
            "consume, " + durability.name().toLowerCase(Locale.ROOT), on(durability), connections);
      }
      tollgate("consume, --memory", StoreSettings.memory(), connections);
    }
    for (int calls : new int[] {1, 10, 100, 1_000}) {
      for (String question : List.of("check", "consume")) {
        try (TollgateServer server = start(StoreSettings.memory())) {
          int times = Math.min(REQUESTS, MOST_CALLS / calls);
          Load load = new Load(question + " in arrays", 2, 1, times, calls);
          String array = Collections.nCopies(calls, CALL).toString();
          measure(load, server.address(), "/v1/" + question, array);
        }
      }
    }
  }

  private StoreSettings on(Durability durability) {
    return StoreSettings.in(folder.resolve("store")).with(durability);
  }

  /** What a decision looks like. */
  private byte[] decision() throws IOException {
    try (TollgateServer server = start(StoreSettings.memory());
        Connection connection = Connection.to(server.address())) {
      return connection.ask(Connection.request("POST", PATH, CALL));
    }
  }

  private static void bare(byte[] decision, int connections) throws IOException {
    JsonNode answer = JSON.readTree(decision);
    Javalin server =
        Javalin.create(
                config -> {
                  config.startup.showJavalinBanner = false;
                  config.routes.post(
                      PATH,
                      context -> {
                        if (JSON.readTree(context.bodyAsBytes()).size() < 4) {
                          throw new IllegalStateException("not what was sent");
                        }
                        context.contentType("application/json");
                        context.result(JSON.writeValueAsBytes(answer));
                      });
                })
            .start("127.0.0.1", 0);
    try {
      URI address = URI.create("http://127.0.0.1:" + server.port());
      measure(new Load("Javalin, bare", connections, 1, REQUESTS), address, PATH, CALL);
    } finally {
      server.stop();
    }
  }

  private void tollgate(String what, StoreSettings settings, int connections) throws IOException {
    try (TollgateServer server = start(settings)) {
      measure(new Load(what, connections, 1, REQUESTS), server.address(), PATH, CALL);
    }
    settings.folder().ifPresent(Folders::remove);
  }

  /** A server that knows one account. */
  private TollgateServer start(StoreSettings settings) throws IOException {
    Path rules = Files.createDirectories(folder.resolve("rules"));
    Files.writeString(rules.resolve("api.toll"), Service.rules());
    TollgateServer server =
        TollgateServer.start(ServerSettings.local(rules, Clock.systemUTC()).withStore(settings));
    try (Connection connection = Connection.to(server.address())) {
      connection.ask(
          Connection.request("PUT", "/v1/products/api/accounts/acme", "{\"edition\":\"pro\"}"));
    }
    return server;
  }

  private static void measure(Load load, URI address, String path, String body) {
    byte[] request = Connection.request("POST", path, body);
    ConcurrentLinkedQueue<Connection> open = new ConcurrentLinkedQueue<>();
    ThreadLocal<Connection> own =
        ThreadLocal.withInitial(
            () -> {
              Connection connection = Connection.to(address);
              open.add(connection);
              return connection;
            });
    System.out.print(load.run(account -> own.get().ask(request)));
    List.copyOf(open).forEach(Connection::close);
  }
}
