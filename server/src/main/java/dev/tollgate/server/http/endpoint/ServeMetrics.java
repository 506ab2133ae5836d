package dev.tollgate.server.http.endpoint;

import dev.tollgate.server.http.access.Caller;
import dev.tollgate.server.http.exchange.Endpoint;
import dev.tollgate.server.http.metric.Metrics;
import io.javalin.http.Context;

/** Counters and timers for Prometheus. */
public final class ServeMetrics implements Endpoint {

  private final Metrics metrics;

  public ServeMetrics(Metrics metrics) {
    this.metrics = metrics;
  }

  @Override
  public void answer(Context context, Caller caller) {
    context.contentType(Metrics.MEDIA_TYPE).result(metrics.scrape());
  }
}
