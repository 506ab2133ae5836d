package dev.tollgate.server.http.exchange;

import dev.tollgate.server.http.access.Caller;
import io.javalin.http.Context;

/** Answers the requests of one route. Thread safe. */
@FunctionalInterface
public interface Endpoint {

  /**
   * Writes the answer.
   *
   * @param caller already admitted to the route and to the product in its path
   */
  void answer(Context context, Caller caller);
}
