package dev.tollgate.server.http.answer;

import dev.tollgate.engine.decide.AdjustmentRequest;
import dev.tollgate.engine.decide.Settlement;
import dev.tollgate.server.http.json.JsonWriter;

/** The answer to an adjustment. */
public final class AdjustmentJson {

  private AdjustmentJson() {}

  public static void write(JsonWriter json, AdjustmentRequest request, Settlement answer) {
    json.object(
        () -> {
          json.text("adjustmentId", answer.decisionId());
          json.moment("at", answer.at());
          json.yesOrNo("replayed", answer.replayed());
          json.text("quota", request.quota());
          json.number("amount", request.amount());
          json.text("reason", request.reason());
          ConsumedJson.write(json, answer.consumed());
          ChargeJson.write(json, answer.charge());
          json.array("quotas", answer.quotas(), state -> QuotaStateJson.write(json, state));
        });
  }
}
