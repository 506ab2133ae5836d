package dev.tollgate.server.http.endpoint;

import dev.tollgate.engine.decide.PolicyInForce;
import dev.tollgate.server.http.access.Access;
import dev.tollgate.server.http.access.Caller;
import dev.tollgate.server.http.answer.PolicyJson;
import dev.tollgate.server.http.answer.StoreJson;
import dev.tollgate.server.http.exchange.Endpoint;
import dev.tollgate.server.http.exchange.Responses;
import dev.tollgate.server.http.reload.PolicyReload;
import dev.tollgate.server.http.reload.PolicyState;
import dev.tollgate.server.store.Store;
import dev.tollgate.server.store.disk.StoreState;
import io.javalin.http.Context;

/**
 * Does it answer, by which policy, and is what it decides written down? Whoever may not read the
 * policy sees no diagnostics.
 */
public final class GetHealth implements Endpoint {

  private final PolicyInForce policy;
  private final PolicyReload reload;
  private final Store store;

  public GetHealth(PolicyInForce policy, PolicyReload reload, Store store) {
    this.policy = policy;
    this.reload = reload;
    this.store = store;
  }

  @Override
  public void answer(Context context, Caller caller) {
    PolicyInForce.Snapshot snapshot = policy.current();
    PolicyState state = reload.state();
    StoreState stored = store.state();
    Responses.ok(
        context,
        json ->
            json.object(
                () -> {
                  json.text("status", status(state, stored));
                  json.object(
                      "policy",
                      () -> {
                        json.text("hash", snapshot.policy().hash());
                        json.moment("since", snapshot.since());
                      });
                  PolicyJson.refused(json, state.refused(), caller.may(Access.WHOLE_SERVICE));
                  json.object("store", () -> StoreJson.write(json, store.settings(), stored));
                }));
  }

  private static String status(PolicyState policy, StoreState store) {
    if (store.trouble().isPresent()) {
      return "unreachable";
    }
    return policy.refused().isPresent() ? "stale" : "ok";
  }
}
