package dev.tollgate.server.http;

import dev.tollgate.engine.compile.Compiled;
import dev.tollgate.engine.policy.Policy;
import dev.tollgate.server.clock.ClockWatch;
import dev.tollgate.server.http.access.Guard;
import dev.tollgate.server.http.access.Tokens;
import dev.tollgate.server.http.access.TokensFile;
import dev.tollgate.server.http.access.UnusableTokens;
import dev.tollgate.server.http.exchange.Faults;
import dev.tollgate.server.http.reload.PolicyReload;
import dev.tollgate.server.http.reload.RuleWatch;
import dev.tollgate.server.http.reload.Rules;
import dev.tollgate.server.store.Store;
import dev.tollgate.server.store.disk.StoreRefused;
import dev.tollgate.server.webhook.Webhooks;
import io.javalin.Javalin;
import io.javalin.util.JavalinException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The decision service, listening. What it knows is in its store, which it closes when it stops.
 *
 * <pre>{@code
 * try (TollgateServer server = TollgateServer.start(ServerSettings.local(rules, clock))) {
 *   … server.address() …
 * }
 * }</pre>
 */
public final class TollgateServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(TollgateServer.class);

  private final Javalin http;
  private final String host;
  private final PolicyReload reload;
  private final Store store;
  private final Optional<RuleWatch> watch;
  private final Optional<ClockWatch> clockWatch;
  private final Optional<Webhooks> webhooks;

  private TollgateServer(
      Javalin http,
      String host,
      PolicyReload reload,
      Store store,
      Optional<RuleWatch> watch,
      Optional<ClockWatch> clockWatch,
      Optional<Webhooks> webhooks) {
    this.http = http;
    this.host = host;
    this.reload = reload;
    this.store = store;
    this.watch = watch;
    this.clockWatch = clockWatch;
    this.webhooks = webhooks;
  }

  /**
   * Starts a service; it listens when this returns.
   *
   * @throws BrokenRules if the rule files have errors
   * @throws CannotStart if they cannot be read, the tokens cannot be used, tokens are missing where
   *     they are needed, or the address is taken
   * @throws StoreRefused if the store cannot be opened
   */
  public static TollgateServer start(ServerSettings settings) {
    Guard guard = guard(settings);
    Rules rules = Rules.below(settings.rules());
    Compiled compiled = compile(rules);
    if (compiled.sources().isEmpty() && compiled.diagnostics().isEmpty()) {
      throw new CannotStart("there is no rule file in " + settings.rules());
    }
    Policy first = BrokenRules.unlessRight(compiled);
    Store store = Store.open(settings.store(), settings.clock(), settings.nanos());
    try {
      return start(settings, guard, Service.of(rules, compiled, first, store));
    } catch (RuntimeException failed) {
      store.close();
      throw failed;
    }
  }

  private static TollgateServer start(ServerSettings settings, Guard guard, Service service) {
    Router router = new Router(guard, service.metrics());
    Javalin http =
        Javalin.create(
            config -> {
              WebServer.configure(config, settings.host(), settings.port());
              Faults.configure(config);
              router.configure(config, Routes.of(service));
            });
    try {
      http.start();
    } catch (JavalinException taken) {
      throw new CannotStart(
          "cannot listen on "
              + settings.host()
              + " port "
              + settings.port()
              + ": another program"
              + " may be listening there",
          taken);
    }
    Optional<RuleWatch> watch =
        settings.watch()
            ? Optional.of(RuleWatch.start(settings.rules(), service.reload()::reload))
            : Optional.empty();
    Optional<ClockWatch> clockWatch =
        settings.watch()
            ? Optional.of(ClockWatch.start(service.clock(), ClockWatch.USUAL))
            : Optional.empty();
    Optional<Webhooks> webhooks =
        settings
            .webhooks()
            .map(
                receivers ->
                    Webhooks.start(
                        receivers,
                        service.store().events(),
                        service.store().cursors(),
                        service.metrics(),
                        service.clock()));
    TollgateServer server =
        new TollgateServer(
            http, settings.host(), service.reload(), service.store(), watch, clockWatch, webhooks);
    LOG.debug("listening on {}, rules {}", server.address(), settings.rules());
    return server;
  }

  /** The port it listens on. */
  public int port() {
    return http.port();
  }

  /** Where it is asked. */
  public URI address() {
    String name = host.contains(":") ? "[" + host + "]" : host;
    return URI.create("http://" + name + ":" + port());
  }

  /** Reads the rule files again now, as if a change of them had been noticed. */
  public PolicyReload.Outcome reload() {
    return reload.reload();
  }

  /** What was lost, and accepted when it was started, a line each. */
  public List<String> losses() {
    return store.losses();
  }

  /**
   * Answers the requests it has, for ten seconds at most, and then none; and writes everything
   * down.
   */
  public void stop() {
    watch.ifPresent(RuleWatch::close);
    clockWatch.ifPresent(ClockWatch::close);
    try {
      http.stop();
    } catch (JavalinException late) {
      LOG.warn("some requests were not answered in time: {}", late.getMessage());
    }
    webhooks.ifPresent(Webhooks::close);
    store.close();
    LOG.info("stopped");
  }

  @Override
  public void close() {
    stop();
  }

  private static Guard guard(ServerSettings settings) {
    if (settings.tokens().isEmpty() && !isLoopback(settings.host())) {
      throw new CannotStart(
          settings.host()
              + " can be reached from other machines: name a file of tokens, or listen on "
              + ServerSettings.LOOPBACK);
    }
    try {
      Optional<Tokens> tokens = settings.tokens().map(TokensFile::read);
      return new Guard(tokens);
    } catch (UnusableTokens unusable) {
      throw new CannotStart(unusable.getMessage(), unusable);
    }
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException unknown) {
      throw new CannotStart("there is no address called " + host, unknown);
    }
  }

  private static Compiled compile(Rules rules) {
    try {
      return rules.compile();
    } catch (UncheckedIOException unreadable) {
      throw new CannotStart(
          unreadable.getMessage() + ": " + unreadable.getCause().getMessage(), unreadable);
    }
  }
}
