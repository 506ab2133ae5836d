package dev.tollgate.server.http.answer;

import dev.tollgate.engine.decide.Explanation;
import dev.tollgate.server.http.json.JsonWriter;
import java.util.Optional;

/** The answer to explain. */
public final class ExplanationJson {

  private ExplanationJson() {}

  /** An object; when it is about one quota, its allotment stands at the top as well. */
  public static void write(JsonWriter json, Explanation explanation) {
    json.object(
        () -> {
          json.text("product", explanation.product());
          json.text("account", explanation.account());
          json.moment("at", explanation.at());
          json.text("edition", explanation.edition());
          if (explanation.quotas().size() == 1) {
            json.number("allotment", explanation.quotas().get(0).limit());
          }
          json.array("quotas", explanation.quotas(), quota -> write(json, quota));
          json.array("addons", explanation.addOns(), addOn -> write(json, addOn));
          DecisionJson.assumed(json, explanation.assumed());
          DecisionJson.policy(json, explanation.policy());
        });
  }

  private static void write(JsonWriter json, Explanation.OfQuota quota) {
    json.object(
        () -> {
          json.text("quota", quota.quota());
          json.text("title", quota.title());
          json.text("unit", quota.unit());
          json.text("window", quota.window());
          json.text("per", quota.per());
          json.number("allotment", quota.limit());
          json.number("included", quota.included());
          json.array("parts", quota.parts(), part -> write(json, part));
          ReasonJson.write(json, "costs", quota.costs());
          json.moment("until", quota.until());
          json.texts("missing", quota.missing());
        });
  }

  private static void write(JsonWriter json, Explanation.Part part) {
    json.object(
        () -> {
          json.text("kind", part.kind());
          json.text("text", part.text());
          json.number("amount", part.amount());
          ReasonJson.place(json, part.at());
        });
  }

  private static void write(JsonWriter json, Explanation.OfAddOn addOn) {
    json.object(
        () -> {
          json.text("addon", addOn.addOn());
          json.text("title", addOn.title());
          addOn
              .held()
              .ifPresentOrElse(
                  held -> HoldingJson.write(json, "held", held), () -> json.nothing("held"));
          json.number("most", addOn.most());
          ReasonJson.write(json, "price", addOn.price());
          MoneyJson.write(json, "perDay", addOn.perDay());
          ReasonJson.place(json, Optional.of(addOn.at()));
        });
  }
}
