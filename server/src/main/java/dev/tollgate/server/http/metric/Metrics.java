package dev.tollgate.server.http.metric;

import dev.tollgate.engine.decide.Decision;
import dev.tollgate.engine.decide.Denied;
import dev.tollgate.server.store.disk.StoreState;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Counters and timers of one service. Thread safe. */
public final class Metrics {

  /** The text format that {@link #scrape} writes. */
  public static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Map<Counted, Counter> decisions = new ConcurrentHashMap<>();

  public Metrics() {
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
  }

  /**
   * Counts a decision.
   *
   * @param question {@code check}, {@code consume}, {@code reserve} or {@code gate}
   */
  public void decided(String question, String product, Decision decision) {
    String outcome = decision.allowed() ? "allowed" : "denied";
    Counted counted =
        new Counted(
            question,
            product,
            decision.denied().map(Denied::quota).orElse(""),
            decision.replayed() ? "replayed" : outcome);
    // Registering each time is slower than deciding.
    decisions.computeIfAbsent(counted, this::counter).increment();
  }

  private Counter counter(Counted counted) {
    return Counter.builder("tollgate.decisions")
        .description("Decisions; quota is the one that a denial names")
        .tag("question", counted.question())
        .tag("product", counted.product())
        .tag("quota", counted.quota())
        .tag("outcome", counted.outcome())
        .register(registry);
  }

  /** The tags of decisions that are counted together. */
  private record Counted(String question, String product, String quota, String outcome) {}

  /** Times a request that was answered. */
  public void requested(String method, String route, int status, Duration took) {
    Timer.builder("tollgate.requests")
        .description("Requests and how long their answers took")
        .tag("method", method)
        .tag("route", route)
        .tag("status", Integer.toString(status))
        .publishPercentileHistogram()
        .minimumExpectedValue(Duration.ofNanos(100_000))
        .maximumExpectedValue(Duration.ofSeconds(10))
        .register(registry)
        .record(took);
  }

  /** Counts a change of the rule files that was taken or refused. */
  public void reloaded(boolean taken) {
    Counter.builder("tollgate.policy.reloads")
        .description("Changes of the rule files, taken into force or refused")
        .tag("outcome", taken ? "taken" : "refused")
        .register(registry)
        .increment();
  }

  /**
   * Counts an attempt to tell a receiver of an event.
   *
   * @param outcome {@code delivered}, {@code failed} or {@code given-up}
   */
  public void told(String webhook, String outcome) {
    Counter.builder("tollgate.webhook.attempts")
        .description("Attempts to tell a receiver of an event; a failed one is made again")
        .tag("webhook", webhook)
        .tag("outcome", outcome)
        .register(registry)
        .increment();
  }

  /** Shows how many events a receiver has not been told of yet. */
  public void waiting(String webhook, Supplier<Number> events) {
    Gauge.builder("tollgate.webhook.waiting", events)
        .description("Events that a receiver has not been told of yet")
        .tag("webhook", webhook)
        .register(registry);
  }

  /** Shows how the store is doing. */
  public void watch(Supplier<StoreState> store) {
    Gauge.builder("tollgate.store.waiting", () -> store.get().waiting())
        .description("Changes that are not written down yet")
        .register(registry);
    Gauge.builder("tollgate.store.reachable", () -> store.get().trouble().isPresent() ? 0 : 1)
        .description("Whether changes can be written down")
        .register(registry);
    FunctionCounter.builder("tollgate.store.changes", store, it -> it.get().written())
        .description("Changes that are written down, since the store began")
        .register(registry);
  }

  /** Everything, in the text format of Prometheus. */
  public String scrape() {
    return registry.scrape();
  }
}
