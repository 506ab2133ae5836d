package dev.tollgate.server.webhook;

import dev.tollgate.engine.book.Events;
import dev.tollgate.server.http.answer.EventJson;
import dev.tollgate.server.http.json.JsonWriter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One address that is told of events. */
final class Receiver {

  private static final int FIRST_OF_SUCCESS = 200;
  private static final int FIRST_BEYOND_SUCCESS = 300;

  private final HttpClient http;
  private final URI address;
  private final Secret secret;
  private final Duration patience;

  Receiver(HttpClient http, URI address, Secret secret, Duration patience) {
    this.http = http;
    this.address = address;
    this.secret = secret;
    this.patience = patience;
  }

  /**
   * Tells it of an event.
   *
   * @return why it did not take the event; empty when it did
   */
  Optional<String> tell(Events.Numbered event, Instant now) throws InterruptedException {
    byte[] body = JsonWriter.bytes(json -> EventJson.write(json, event));
    String id = id(event);
    long seconds = now.getEpochSecond();
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(patience)
            .header("Content-Type", "application/json")
            .header("User-Agent", "Tollgate")
            .header("webhook-id", id)
            .header("webhook-timestamp", Long.toString(seconds))
            .header("webhook-signature", secret.signature(id, seconds, body))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    try {
      int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      boolean taken = FIRST_OF_SUCCESS <= status && status < FIRST_BEYOND_SUCCESS;
      return taken ? Optional.empty() : Optional.of("status " + status);
    } catch (IOException unreachable) {
      return Optional.of(unreachable.toString());
    }
  }

  /**
   * The same however often an event is sent, and another for every other: numbers alone would begin
   * anew with a new store.
   */
  private static String id(Events.Numbered event) {
    return "evt_" + event.number() + "_" + event.event().at().toEpochMilli();
  }
}
