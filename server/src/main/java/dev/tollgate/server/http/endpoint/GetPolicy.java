package dev.tollgate.server.http.endpoint;

import dev.tollgate.engine.decide.PolicyInForce;
import dev.tollgate.server.http.access.Caller;
import dev.tollgate.server.http.answer.PolicyJson;
import dev.tollgate.server.http.exchange.Endpoint;
import dev.tollgate.server.http.exchange.Responses;
import dev.tollgate.server.http.reload.PolicyReload;
import io.javalin.http.Context;

/** The policy in force, its warnings, and newer files that were refused. */
public final class GetPolicy implements Endpoint {

  private final PolicyInForce policy;
  private final PolicyReload reload;

  public GetPolicy(PolicyInForce policy, PolicyReload reload) {
    this.policy = policy;
    this.reload = reload;
  }

  @Override
  public void answer(Context context, Caller caller) {
    Responses.ok(context, json -> PolicyJson.write(json, policy.current(), reload.state()));
  }
}
