package dev.tollgate.server.http.endpoint;

import dev.tollgate.engine.decide.CallRequest;
import dev.tollgate.engine.decide.Decider;
import dev.tollgate.engine.decide.Decision;
import dev.tollgate.engine.decide.Problem;
import dev.tollgate.server.http.answer.DecisionJson;
import dev.tollgate.server.http.exchange.Question;
import dev.tollgate.server.http.json.JsonValue;
import dev.tollgate.server.http.json.JsonWriter;
import dev.tollgate.server.http.metric.Metrics;
import dev.tollgate.server.http.request.CallRequestReader;
import java.util.List;
import java.util.Optional;

/** Can I call? Consumes nothing. */
public final class Check implements Question<CallRequest, Decision> {

  private final Decider decider;
  private final Metrics metrics;

  public Check(Decider decider, Metrics metrics) {
    this.decider = decider;
    this.metrics = metrics;
  }

  @Override
  public Optional<CallRequest> read(JsonValue value) {
    return CallRequestReader.check(value);
  }

  @Override
  public String product(CallRequest request) {
    return request.product();
  }

  @Override
  public List<Problem> problems(CallRequest request) {
    return decider.problemsOfCheck(request);
  }

  @Override
  public Decision answer(CallRequest request) {
    Decision decision = decider.check(request);
    metrics.decided("check", request.product(), decision);
    return decision;
  }

  @Override
  public void write(JsonWriter json, Decision decision) {
    DecisionJson.write(json, decision);
  }
}
