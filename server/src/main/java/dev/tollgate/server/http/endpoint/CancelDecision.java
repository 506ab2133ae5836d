package dev.tollgate.server.http.endpoint;

import dev.tollgate.engine.decide.Decider;
import dev.tollgate.engine.decide.Settlement;
import dev.tollgate.server.http.access.Caller;
import dev.tollgate.server.http.answer.SettlementJson;
import dev.tollgate.server.http.exchange.Endpoint;
import dev.tollgate.server.http.exchange.RequestBody;
import dev.tollgate.server.http.exchange.Responses;
import dev.tollgate.server.http.json.JsonValue;
import dev.tollgate.server.http.json.Pointer;
import dev.tollgate.server.http.json.Problems;
import io.javalin.http.Context;
import java.util.List;

/** The call did not happen: gives back what it consumed. Takes no body, or an empty object. */
public final class CancelDecision implements Endpoint {

  private final Decider decider;
  private final DecisionGuard guard;

  public CancelDecision(Decider decider, DecisionGuard guard) {
    this.decider = decider;
    this.guard = guard;
  }

  @Override
  public void answer(Context context, Caller caller) {
    String id = context.pathParam("id");
    guard.admit(caller, id);
    Problems problems = new Problems();
    new JsonValue(RequestBody.jsonOrNothing(context), Pointer.ROOT, problems).object(List.of());
    problems.refuseIfAny();
    Settlement settlement = decider.cancel(id);
    Responses.ok(context, json -> SettlementJson.write(json, settlement));
  }
}
