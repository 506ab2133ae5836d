package dev.tollgate.server.http.gate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.engine.decide.CallRequest;
import dev.tollgate.engine.decide.Decider;
import dev.tollgate.engine.decide.Decision;
import dev.tollgate.engine.decide.PolicyInForce;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.server.http.access.Caller;
import dev.tollgate.server.http.exchange.Endpoint;
import dev.tollgate.server.http.exchange.Query;
import dev.tollgate.server.http.exchange.Responses;
import dev.tollgate.server.http.json.JsonValue;
import dev.tollgate.server.http.json.Pointer;
import dev.tollgate.server.http.json.Problems;
import dev.tollgate.server.http.metric.Metrics;
import dev.tollgate.server.http.request.CallRequestReader;
import io.javalin.http.Context;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Consume for gateways: 204, or the answer with which the product itself denies. Reads no body. */
public final class Gate implements Endpoint {

  private static final String DENY_STATUS = "[45][0-9][0-9]";

  private final PolicyInForce policy;
  private final Decider decider;
  private final Metrics metrics;

  public Gate(PolicyInForce policy, Decider decider, Metrics metrics) {
    this.policy = policy;
    this.decider = decider;
    this.metrics = metrics;
  }

  @Override
  public void answer(Context context, Caller caller) {
    Map<String, String> query = Query.of(context);
    String productName = context.pathParam("product");
    Optional<Product> product = policy.current().policy().product(productName);
    Problems problems = new Problems();
    GateAddress address = new GateAddress(product, context.pathParam("call"), problems);
    ObjectNode body = address.body(productName, context.pathParam("account"), query);
    Optional<CallRequest> request =
        CallRequestReader.consume(new JsonValue(body, Pointer.ROOT, problems));
    OptionalInt denyWith = denyStatus(query, problems);
    problems.refuseIfAny();
    Decision decision = decider.consume(request.orElseThrow());
    metrics.decided("gate", productName, decision);
    decision.decisionId().ifPresent(id -> context.header("Tollgate-Decision", id));
    product.ifPresent(it -> rateLimit(context, it, decision));
    decision
        .denied()
        .ifPresentOrElse(
            denied -> GateDenial.write(context, denied, denyWith),
            () -> Responses.nothing(context));
  }

  private static OptionalInt denyStatus(Map<String, String> query, Problems problems) {
    Optional<String> stated = Optional.ofNullable(query.get("deny"));
    if (stated.isPresent() && !stated.get().matches(DENY_STATUS)) {
      problems.add(
          Pointer.ROOT.member("query").member("deny"),
          "not-a-status",
          "`deny` must be a status from 400 to 599");
      return OptionalInt.empty();
    }
    return stated.map(it -> OptionalInt.of(Integer.parseInt(it))).orElse(OptionalInt.empty());
  }

  private static void rateLimit(Context context, Product product, Decision decision) {
    RateLimitFields fields = new RateLimitFields(product, decision.quotas(), decision.at());
    fields.policy().ifPresent(value -> context.header("RateLimit-Policy", value));
    fields.remaining().ifPresent(value -> context.header("RateLimit", value));
  }
}
