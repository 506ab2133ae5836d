package dev.tollgate.server.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.tollgate.engine.impact.Fleet;
import dev.tollgate.engine.impact.FleetCount;
import dev.tollgate.engine.impact.KnownAccounts;
import dev.tollgate.server.http.json.JsonText;
import dev.tollgate.server.http.json.MalformedJson;
import dev.tollgate.server.table.NdjsonFormat;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;

/** Counts the accounts of a running service, a page at a time. */
final class ServiceAccounts {

  private static final int PAGE = 1_000;
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;

  private final String address;
  private final Optional<String> token;
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

  /**
   * @param address {@code http://127.0.0.1:7070}
   * @param token the one that the service wants to see; empty where it wants none
   */
  ServiceAccounts(String address, Optional<String> token) {
    this.address = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    this.token = token;
  }

  /**
   * All accounts of these products counted; of those that the service does not know, there are
   * none.
   *
   * @throws BadUsage if the service does not answer, or refuses to
   */
  FleetCount count(
      Fleet fleet, Collection<String> products, Optional<KnownAccounts> kept, BadRows bad) {
    NdjsonFormat format = new NdjsonFormat(AccountFile.PASSED_OVER);
    AccountRows rows = new AccountRows(fleet, kept, bad);
    long number = 0;
    for (String product : products) {
      Optional<String> after = Optional.of("");
      while (after.isPresent()) {
        JsonNode page = page(product, after.get());
        for (JsonNode account : page.path("accounts")) {
          number++;
          if (account.path("inForce").asBoolean(true)) {
            format.row(number, account.toString(), rows);
          }
        }
        after = Optional.of(page.path("next")).filter(JsonNode::isTextual).map(JsonNode::asText);
      }
    }
    return rows.count();
  }

  private JsonNode page(String product, String after) {
    URI uri = uri(product, after);
    HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(60));
    token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
    try {
      HttpResponse<byte[]> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      if (response.statusCode() == NOT_FOUND) {
        return MissingNode.getInstance();
      }
      if (response.statusCode() != OK) {
        throw new BadUsage(
            "`%s` answered %d when it was asked for accounts".formatted(uri, response.statusCode()),
            "a service with tokens needs `--token-file FILE` with one that may read");
      }
      return JsonText.parse(response.body());
    } catch (IOException unreachable) {
      throw new BadUsage("`" + uri + "` does not answer: " + unreachable);
    } catch (MalformedJson noService) {
      throw new BadUsage("`" + uri + "` does not answer as tollgate does");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while accounts were read", stopped);
    }
  }

  private URI uri(String product, String after) {
    String path = "%s/v1/products/%s/accounts?limit=%d".formatted(address, encoded(product), PAGE);
    try {
      return URI.create(after.isEmpty() ? path : path + "&after=" + encoded(after));
    } catch (IllegalArgumentException malformed) {
      throw new BadUsage("`" + address + "` is no address", "write it like http://127.0.0.1:7070");
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
