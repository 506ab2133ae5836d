package dev.tollgate.server.http;

import dev.tollgate.server.store.StoreSettings;
import dev.tollgate.server.webhook.WebhookSettings;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * How a service is started.
 *
 * @param host address or name to listen on; anything but loopback needs tokens
 * @param port 1 to 65535, or 0 for any that is free
 * @param rules folder of the rule files
 * @param tokens file of bearer tokens; empty for a service that trusts everybody
 * @param store where it keeps what it knows
 * @param webhooks whom it tells of events; empty for nobody
 * @param watch whether changed rule files, and a clock that was set, are noticed without being
 *     asked
 * @param clock the machine's clock, which may be set
 * @param nanos nanoseconds since any moment, which nobody can set
 */
public record ServerSettings(
    String host,
    int port,
    Path rules,
    Optional<Path> tokens,
    StoreSettings store,
    Optional<WebhookSettings> webhooks,
    boolean watch,
    InstantSource clock,
    LongSupplier nanos) {

  /** The address that needs no tokens. */
  public static final String LOOPBACK = "127.0.0.1";

  public ServerSettings {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("no such port: " + port);
    }
  }

  /**
   * On a free port of loopback, without tokens, keeping nothing, where nobody sets the clock, told
   * of changed rules by its owner alone.
   */
  public static ServerSettings local(Path rules, InstantSource clock) {
    return new ServerSettings(
        LOOPBACK,
        0,
        rules,
        Optional.empty(),
        StoreSettings.memory(),
        Optional.empty(),
        false,
        clock,
        steady(clock));
  }

  /** The nanoseconds of a clock that nobody sets. */
  public static LongSupplier steady(InstantSource clock) {
    return () -> TimeUnit.MILLISECONDS.toNanos(clock.millis());
  }

  /** The same with tokens. */
  public ServerSettings withTokens(Path file) {
    return new ServerSettings(
        host, port, rules, Optional.of(file), store, webhooks, watch, clock, nanos);
  }

  /** The same, keeping what it knows elsewhere. */
  public ServerSettings withStore(StoreSettings other) {
    return new ServerSettings(host, port, rules, tokens, other, webhooks, watch, clock, nanos);
  }

  /** The same on another address. */
  public ServerSettings withHost(String name) {
    return new ServerSettings(name, port, rules, tokens, store, webhooks, watch, clock, nanos);
  }

  /** The same, telling others of events. */
  public ServerSettings withWebhooks(WebhookSettings receivers) {
    return new ServerSettings(
        host, port, rules, tokens, store, Optional.of(receivers), watch, clock, nanos);
  }
}
