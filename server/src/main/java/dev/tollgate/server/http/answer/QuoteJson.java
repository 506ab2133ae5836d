package dev.tollgate.server.http.answer;

import dev.tollgate.engine.decide.Quote;
import dev.tollgate.server.http.json.JsonWriter;

/** The answer to quote. */
public final class QuoteJson {

  private QuoteJson() {}

  /** An object with {@code denied} in it only when the calls do not fit. */
  public static void write(JsonWriter json, Quote quote) {
    json.object(
        () -> {
          json.moment("at", quote.at());
          json.array("lines", quote.lines(), line -> write(json, line));
          json.numbers("cost", quote.cost());
          json.yesOrNo("fits", quote.fits());
          quote.denied().ifPresent(denied -> DeniedJson.write(json, denied));
          json.array("quotas", quote.quotas(), state -> QuotaStateJson.write(json, state));
          ChargeJson.write(json, quote.charge());
          quote
              .purchase()
              .ifPresentOrElse(
                  purchase -> PurchaseJson.write(json, purchase), () -> json.nothing("purchase"));
          json.array("ways", quote.ways(), way -> WayJson.write(json, way));
          json.text("quoteId", quote.quoteId());
          json.moment("goodUntil", quote.goodUntil());
          DecisionJson.assumed(json, quote.assumed());
          DecisionJson.policy(json, quote.policy());
        });
  }

  private static void write(JsonWriter json, Quote.Line line) {
    json.object(
        () -> {
          json.text("call", line.call());
          json.number("times", line.times());
          json.numbers("each", line.each());
          json.numbers("cost", line.cost());
          CostLineJson.write(json, line.costs());
        });
  }
}
