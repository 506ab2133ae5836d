package dev.tollgate.server.http.answer;

import dev.tollgate.engine.decide.Settlement;
import dev.tollgate.server.http.json.JsonWriter;
import java.util.Locale;

/** The answer to commit and cancel. */
public final class SettlementJson {

  private SettlementJson() {}

  /** An object with {@code short} in it only when more was consumed than there is room for. */
  public static void write(JsonWriter json, Settlement settlement) {
    json.object(
        () -> {
          json.text("decisionId", settlement.decisionId());
          json.text("outcome", settlement.outcome().name().toLowerCase(Locale.ROOT));
          json.yesOrNo("settled", settlement.settled());
          json.moment("at", settlement.at());
          json.yesOrNo("replayed", settlement.replayed());
          json.numbers("cost", settlement.cost());
          settlement.shortBy().ifPresent(units -> json.number("short", units));
          ConsumedJson.write(json, settlement.consumed());
          ChargeJson.write(json, settlement.charge());
          json.array("quotas", settlement.quotas(), state -> QuotaStateJson.write(json, state));
        });
  }
}
