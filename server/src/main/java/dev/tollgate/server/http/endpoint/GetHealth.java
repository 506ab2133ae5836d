package dev.tollgate.server.http.endpoint;

import dev.tollgate.engine.decide.PolicyInForce;
import dev.tollgate.server.http.access.Access;
import dev.tollgate.server.http.access.Caller;
import dev.tollgate.server.http.answer.PolicyJson;
import dev.tollgate.server.http.exchange.Endpoint;
import dev.tollgate.server.http.exchange.Responses;
import dev.tollgate.server.http.reload.PolicyReload;
import dev.tollgate.server.http.reload.PolicyState;
import io.javalin.http.Context;

/** Does it answer, and by which policy? Whoever may not read the policy sees no diagnostics. */
public final class GetHealth implements Endpoint {

  private final PolicyInForce policy;
  private final PolicyReload reload;

  public GetHealth(PolicyInForce policy, PolicyReload reload) {
    this.policy = policy;
    this.reload = reload;
  }

  @Override
  public void answer(Context context, Caller caller) {
    PolicyInForce.Snapshot snapshot = policy.current();
    PolicyState state = reload.state();
    Responses.ok(
        context,
        json ->
            json.object(
                () -> {
                  json.text("status", state.refused().isPresent() ? "stale" : "ok");
                  json.object(
                      "policy",
                      () -> {
                        json.text("hash", snapshot.policy().hash());
                        json.moment("since", snapshot.since());
                      });
                  PolicyJson.refused(json, state.refused(), caller.may(Access.WHOLE_SERVICE));
                }));
  }
}
