package dev.tollgate.server.http.endpoint;

import dev.tollgate.engine.decide.Decider;
import dev.tollgate.engine.decide.ExplainRequest;
import dev.tollgate.engine.decide.Explanation;
import dev.tollgate.engine.decide.Problem;
import dev.tollgate.server.http.answer.ExplanationJson;
import dev.tollgate.server.http.exchange.Question;
import dev.tollgate.server.http.json.JsonValue;
import dev.tollgate.server.http.json.JsonWriter;
import dev.tollgate.server.http.request.ExplainRequestReader;
import java.util.List;
import java.util.Optional;

/** Where does this allotment come from? Consumes nothing. */
public final class Explain implements Question<ExplainRequest, Explanation> {

  private final Decider decider;

  public Explain(Decider decider) {
    this.decider = decider;
  }

  @Override
  public Optional<ExplainRequest> read(JsonValue value) {
    return ExplainRequestReader.read(value);
  }

  @Override
  public String product(ExplainRequest request) {
    return request.product();
  }

  @Override
  public List<Problem> problems(ExplainRequest request) {
    return decider.problemsOfExplain(request);
  }

  @Override
  public Explanation answer(ExplainRequest request) {
    return decider.explain(request);
  }

  @Override
  public void write(JsonWriter json, Explanation explanation) {
    ExplanationJson.write(json, explanation);
  }
}
