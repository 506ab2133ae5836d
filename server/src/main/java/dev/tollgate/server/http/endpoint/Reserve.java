package dev.tollgate.server.http.endpoint;

import dev.tollgate.engine.decide.Decider;
import dev.tollgate.engine.decide.Decision;
import dev.tollgate.engine.decide.Problem;
import dev.tollgate.server.http.answer.DecisionJson;
import dev.tollgate.server.http.exchange.Question;
import dev.tollgate.server.http.json.JsonValue;
import dev.tollgate.server.http.json.JsonWriter;
import dev.tollgate.server.http.metric.Metrics;
import dev.tollgate.server.http.request.ReserveRequestReader;
import dev.tollgate.server.http.request.ReserveRequestReader.ReserveRequest;
import java.util.List;
import java.util.Optional;

/** Holds room for a call whose cost is known later; a commit settles it. */
public final class Reserve implements Question<ReserveRequest, Decision> {

  private final Decider decider;
  private final Metrics metrics;

  public Reserve(Decider decider, Metrics metrics) {
    this.decider = decider;
    this.metrics = metrics;
  }

  @Override
  public Optional<ReserveRequest> read(JsonValue value) {
    return ReserveRequestReader.read(value);
  }

  @Override
  public String product(ReserveRequest request) {
    return request.call().product();
  }

  @Override
  public List<Problem> problems(ReserveRequest request) {
    return decider.problemsOfReserve(
        request.call(), request.estimate(), request.expiresInSeconds());
  }

  @Override
  public Decision answer(ReserveRequest request) {
    Decision decision =
        decider.reserve(request.call(), request.estimate(), request.expiresInSeconds());
    metrics.decided("reserve", request.call().product(), decision);
    return decision;
  }

  @Override
  public void write(JsonWriter json, Decision decision) {
    DecisionJson.write(json, decision);
  }
}
