package dev.tollgate.server.http.endpoint;

import dev.tollgate.engine.decide.AdjustmentRequest;
import dev.tollgate.engine.decide.Adjustments;
import dev.tollgate.engine.decide.Settlement;
import dev.tollgate.server.http.access.Caller;
import dev.tollgate.server.http.answer.AdjustmentJson;
import dev.tollgate.server.http.exchange.Endpoint;
import dev.tollgate.server.http.exchange.RequestBody;
import dev.tollgate.server.http.exchange.Responses;
import dev.tollgate.server.http.json.JsonValue;
import dev.tollgate.server.http.json.Pointer;
import dev.tollgate.server.http.json.Problems;
import dev.tollgate.server.http.request.AdjustmentReader;
import io.javalin.http.Context;
import java.util.Optional;

/** Gives back what an account has used, or consumes, with a reason that stays on record. */
public final class PostAdjustment implements Endpoint {

  private final Adjustments adjustments;

  public PostAdjustment(Adjustments adjustments) {
    this.adjustments = adjustments;
  }

  @Override
  public void answer(Context context, Caller caller) {
    AccountPath path = AccountPath.of(context);
    Problems problems = new Problems();
    JsonValue body = new JsonValue(RequestBody.json(context), Pointer.ROOT, problems);
    Optional<AdjustmentRequest> read = AdjustmentReader.read(body, path.product(), path.account());
    problems.refuseIfAny();
    AdjustmentRequest request = read.orElseThrow();
    Settlement answer = adjustments.adjust(request);
    Responses.ok(context, json -> AdjustmentJson.write(json, request, answer));
  }
}
