package dev.tollgate.server.http.gate;

import dev.tollgate.engine.decide.Denied;
import dev.tollgate.engine.decide.Retry;
import dev.tollgate.engine.policy.Json;
import dev.tollgate.server.http.answer.PolicyBodyJson;
import dev.tollgate.server.http.exchange.Responses;
import dev.tollgate.server.http.problem.ProblemDocument;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A denial in the words of the policy; where it has none, a problem document. */
final class GateDenial {

  private GateDenial() {}

  /**
   * Writes it.
   *
   * @param denyWith a status that takes the place of the policy's, for proxies that pass no other
   */
  static void write(Context context, Denied denied, OptionalInt denyWith) {
    int status = denyWith.orElse(denied.status());
    // Without a known moment there is no field at all: any number would be a promise.
    if (denied.retry() instanceof Retry.At known) {
      context.header("Retry-After", Long.toString(known.afterSeconds()));
    }
    Optional<Json> body = denied.body();
    if (body.isPresent()) {
      Responses.json(
          context, status, "application/json", json -> PolicyBodyJson.write(json, body.get()));
    } else {
      List<String> violated = new ArrayList<>(List.of(denied.quota()));
      violated.addAll(denied.also());
      Responses.problem(
          context,
          ProblemDocument.quotaExceeded(status, denied.code(), denied.message(), violated));
    }
    // Last, so that the policy may say another content type or caching.
    denied.headers().forEach(header -> context.header(header.name(), header.value()));
  }
}
