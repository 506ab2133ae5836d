package dev.tollgate.server.http;

import dev.tollgate.server.http.access.Caller;
import dev.tollgate.server.http.access.Guard;
import dev.tollgate.server.http.exchange.QueryFields;
import dev.tollgate.server.http.metric.Metrics;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Hangs the table of routes into the web server: the guard before each, the clock around all. */
final class Router {

  private static final String MATCHED = "tollgate.route";
  private static final String NO_ROUTE = "none";

  private final Guard guard;
  private final Metrics metrics;

  Router(Guard guard, Metrics metrics) {
    this.guard = guard;
    this.metrics = metrics;
  }

  void configure(JavalinConfig config, List<Route> routes) {
    routes.forEach(route -> add(config, route));
    config.requestLogger.http(
        (context, millis) -> measured(context, Duration.ofNanos((long) (millis * 1_000_000))));
  }

  private void add(JavalinConfig config, Route route) {
    Handler handler = context -> answer(context, route);
    switch (route.method()) {
      case GET -> {
        config.routes.get(route.pattern(), handler);
        // The web server leaves out the body; everything else is the same.
        config.routes.head(route.pattern(), handler);
      }
      case POST -> config.routes.post(route.pattern(), handler);
      case PUT -> config.routes.put(route.pattern(), handler);
      case DELETE -> config.routes.delete(route.pattern(), handler);
      // Handlers belong to one method each; what comes before them belongs to all.
      case ANY ->
          config.routes.before(
              route.pattern(),
              context -> {
                handler.handle(context);
                context.skipRemainingHandlers();
              });
    }
  }

  private void answer(Context context, Route route) {
    context.attribute(MATCHED, route);
    Caller caller = guard.admit(context, route.access());
    if (route.namesProduct()) {
      Guard.admit(caller, context.pathParam(Route.PRODUCT));
    }
    if (route.method() != Method.ANY) {
      QueryFields.of(context, route.query()).refuseIfAny();
    }
    route.endpoint().answer(context, caller);
  }

  private void measured(Context context, Duration took) {
    Optional<Route> route = Optional.ofNullable(context.attribute(MATCHED));
    metrics.requested(
        route.map(it -> it.method().name()).orElse(NO_ROUTE),
        route.map(Route::path).orElse(NO_ROUTE),
        context.statusCode(),
        took);
  }
}
