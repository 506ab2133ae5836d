package dev.tollgate.server.http.answer;

import dev.tollgate.engine.decide.Assumed;
import dev.tollgate.engine.decide.Decision;
import dev.tollgate.server.http.json.JsonWriter;
import java.util.List;

/** The answer to check and consume. */
public final class DecisionJson {

  private DecisionJson() {}

  /** An object with {@code denied} in it only when the call is. */
  public static void write(JsonWriter json, Decision decision) {
    json.object(
        () -> {
          json.yesOrNo("allowed", decision.allowed());
          json.text("decisionId", decision.decisionId());
          json.moment("at", decision.at());
          json.yesOrNo("replayed", decision.replayed());
          json.numbers("cost", decision.cost());
          CostLineJson.write(json, decision.costs());
          decision.denied().ifPresent(denied -> DeniedJson.write(json, denied));
          json.array("quotas", decision.quotas(), state -> QuotaStateJson.write(json, state));
          ConsumedJson.write(json, decision.consumed());
          ChargeJson.write(json, decision.charge());
          assumed(json, decision.assumed());
          policy(json, decision.policy());
        });
  }

  static void assumed(JsonWriter json, List<Assumed> assumed) {
    json.array(
        "assumed",
        assumed,
        fact ->
            json.object(
                () -> {
                  json.text("fact", fact.fact());
                  json.text("value", fact.value());
                }));
  }

  static void policy(JsonWriter json, String hash) {
    json.object("policy", () -> json.text("hash", hash));
  }
}
