package dev.tollgate.server.command;

import dev.tollgate.server.webhook.Secret;
import dev.tollgate.server.webhook.WebhookSettings;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Whom to tell of events. The secret is in a file, for others can see the arguments. */
final class WebhookOptions {

  @Option(
      names = "--webhook",
      paramLabel = "URL",
      description = "Where to send events, signed; may be given several times.")
  private List<String> addresses = List.of();

  @Option(
      names = "--webhook-secret",
      paramLabel = "FILE",
      description = {
        "What to sign them with: `whsec_` and Base64,",
        "or any text of at least " + Secret.LEAST_BYTES + " bytes."
      })
  private Optional<String> secret = Optional.empty();

  /**
   * What they ask for; empty without an address.
   *
   * @throws BadUsage if an address is none, or there is no secret
   */
  Optional<WebhookSettings> settings(Surroundings surroundings) {
    if (addresses.isEmpty()) {
      return Optional.empty();
    }
    Path file =
        surroundings.path(
            secret.orElseThrow(
                () ->
                    new BadUsage(
                        "`--webhook` needs a secret to sign with",
                        "name a file of it with --webhook-secret")));
    List<URI> receivers = addresses.stream().distinct().map(WebhookOptions::address).toList();
    return Optional.of(WebhookSettings.of(receivers, secret(file, surroundings)));
  }

  private static Secret secret(Path file, Surroundings surroundings) {
    try {
      return Secret.of(Files.readString(file));
    } catch (IOException unreadable) {
      throw new BadUsage("the secret in " + surroundings.shown(file) + " cannot be read");
    } catch (IllegalArgumentException unusable) {
      throw new BadUsage(
          "the secret in %s is no use: %s"
              .formatted(surroundings.shown(file), unusable.getMessage()));
    }
  }

  private static URI address(String written) {
    try {
      URI address = new URI(written);
      boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
      if (web && address.getHost() != null && address.getUserInfo() == null) {
        return address;
      }
    } catch (URISyntaxException malformed) {
      // The same answer as for other addresses that are no use.
    }
    throw new BadUsage(
        "`--webhook %s` is no address to send to".formatted(written),
        "write one such as https://example.com/events, without a user");
  }
}
