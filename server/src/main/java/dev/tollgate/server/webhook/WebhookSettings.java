package dev.tollgate.server.webhook;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * Whom to tell of events.
 *
 * @param addresses of receivers, each told on its own
 * @param secret to sign with
 * @param backoff after failures
 * @param patience how long a receiver may take to answer
 * @param look how often to look for new events
 */
public record WebhookSettings(
    List<URI> addresses, Secret secret, Backoff backoff, Duration patience, Duration look) {

  public WebhookSettings {
    addresses = List.copyOf(addresses);
  }

  /** What suits receivers anywhere. */
  public static WebhookSettings of(List<URI> addresses, Secret secret) {
    return new WebhookSettings(
        addresses, secret, Backoff.USUAL, Duration.ofSeconds(10), Duration.ofMillis(500));
  }
}
