package dev.tollgate.server.http.endpoint;

import dev.tollgate.engine.decide.Decider;
import dev.tollgate.engine.decide.Problem;
import dev.tollgate.engine.decide.Quote;
import dev.tollgate.engine.decide.QuoteRequest;
import dev.tollgate.server.http.answer.QuoteJson;
import dev.tollgate.server.http.exchange.Question;
import dev.tollgate.server.http.json.JsonValue;
import dev.tollgate.server.http.json.JsonWriter;
import dev.tollgate.server.http.request.QuoteRequestReader;
import java.util.List;
import java.util.Optional;

/** What will it cost? Consumes nothing. */
public final class MakeQuote implements Question<QuoteRequest, Quote> {

  private final Decider decider;

  public MakeQuote(Decider decider) {
    this.decider = decider;
  }

  @Override
  public Optional<QuoteRequest> read(JsonValue value) {
    return QuoteRequestReader.read(value);
  }

  @Override
  public String product(QuoteRequest request) {
    return request.product();
  }

  @Override
  public List<Problem> problems(QuoteRequest request) {
    return decider.problemsOfQuote(request);
  }

  @Override
  public Quote answer(QuoteRequest request) {
    return decider.quote(request);
  }

  @Override
  public void write(JsonWriter json, Quote quote) {
    QuoteJson.write(json, quote);
  }
}
