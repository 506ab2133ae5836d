package dev.tollgate.server.http.endpoint;

import dev.tollgate.engine.decide.Commit;
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
import dev.tollgate.server.http.request.CommitReader;
import io.javalin.http.Context;

/** The call ended: settles what it cost and ends it in flight. */
public final class CommitDecision implements Endpoint {

  private final Decider decider;
  private final DecisionGuard guard;

  public CommitDecision(Decider decider, DecisionGuard guard) {
    this.decider = decider;
    this.guard = guard;
  }

  @Override
  public void answer(Context context, Caller caller) {
    String id = context.pathParam("id");
    guard.admit(caller, id);
    Problems problems = new Problems();
    JsonValue body = new JsonValue(RequestBody.jsonOrNothing(context), Pointer.ROOT, problems);
    Commit commit = CommitReader.read(body).orElseGet(Commit.AsDecided::new);
    problems.refuseIfAny();
    Settlement settlement = decider.commit(id, commit);
    Responses.ok(context, json -> SettlementJson.write(json, settlement));
  }
}
