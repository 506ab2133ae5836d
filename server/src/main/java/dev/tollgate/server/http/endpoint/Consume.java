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

/** Can I call? Then it counts, in all quotas together or in none. */
public final class Consume implements Question<CallRequest, Decision> {

  private final Decider decider;
  private final Metrics metrics;

  public Consume(Decider decider, Metrics metrics) {
    this.decider = decider;
    this.metrics = metrics;
  }

  @Override
  public Optional<CallRequest> read(JsonValue value) {
    return CallRequestReader.consume(value);
  }

  @Override
  public String product(CallRequest request) {
    return request.product();
  }

  @Override
  public List<Problem> problems(CallRequest request) {
    return decider.problemsOfConsume(request);
  }

  @Override
  public Decision answer(CallRequest request) {
    Decision decision = decider.consume(request);
    metrics.decided("consume", request.product(), decision);
    return decision;
  }

  @Override
  public void write(JsonWriter json, Decision decision) {
    DecisionJson.write(json, decision);
  }
}
