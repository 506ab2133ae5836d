package dev.tollgate.server.http.endpoint;

import dev.tollgate.engine.decide.NotFound;
import dev.tollgate.engine.decide.PolicyInForce;
import dev.tollgate.engine.policy.NearestName;
import dev.tollgate.server.http.access.Caller;
import dev.tollgate.server.http.exchange.Endpoint;
import io.javalin.http.Context;
import java.util.Map;

/** The text of a rule file in force. */
public final class GetPolicyFile implements Endpoint {

  private final PolicyInForce policy;

  public GetPolicyFile(PolicyInForce policy) {
    this.policy = policy;
  }

  @Override
  public void answer(Context context, Caller caller) {
    Map<String, String> files = policy.current().policy().files();
    String name = context.pathParam("file");
    if (!files.containsKey(name)) {
      throw new NotFound("file", name, NearestName.of(name, files.keySet()));
    }
    context
        .contentType("text/plain; charset=utf-8")
        .header("Cache-Control", "no-store")
        .result(files.get(name));
  }
}
