package dev.tollgate.server.http.answer;

import dev.tollgate.engine.decide.PolicyChange.Refusal;
import dev.tollgate.engine.decide.PolicyInForce;
import dev.tollgate.engine.policy.AddOn;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Quota;
import dev.tollgate.server.http.json.JsonWriter;
import dev.tollgate.server.http.reload.PolicyState;
import dev.tollgate.server.http.reload.RefusedPolicy;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The policy in force, as far as a program needs to know what it may ask about. */
public final class PolicyJson {

  private PolicyJson() {}

  /** An object. */
  public static void write(JsonWriter json, PolicyInForce.Snapshot snapshot, PolicyState state) {
    json.object(
        () -> {
          json.text("hash", snapshot.policy().hash());
          json.moment("since", snapshot.since());
          json.array("files", snapshot.policy().files().entrySet(), file -> write(json, file));
          json.array("products", snapshot.policy().products().values(), it -> write(json, it));
          DiagnosticJson.write(json, "warnings", state.warnings());
          refused(json, state.refused(), true);
        });
  }

  /**
   * Rule files that were not taken, or null.
   *
   * @param readable whether the reader may see what is in the rule files
   */
  public static void refused(JsonWriter json, Optional<RefusedPolicy> refused, boolean readable) {
    refused.ifPresentOrElse(
        it ->
            json.object(
                "refused",
                () -> {
                  json.moment("at", it.at());
                  json.number("errors", it.errors());
                  DiagnosticJson.write(
                      json, "diagnostics", readable ? it.diagnostics() : List.of());
                  conflicts(json, readable ? it.conflicts() : List.of());
                }),
        () -> json.nothing("refused"));
  }

  /** What a policy would do to accounts that there are. */
  public static void conflicts(JsonWriter json, List<Refusal> conflicts) {
    json.array(
        "conflicts",
        conflicts,
        conflict ->
            json.object(
                () -> {
                  json.text("text", conflict.text());
                  json.number("accounts", conflict.accounts());
                }));
  }

  private static void write(JsonWriter json, Map.Entry<String, String> file) {
    json.object(
        () -> {
          json.text("name", file.getKey());
          json.number("lines", file.getValue().lines().count());
        });
  }

  private static void write(JsonWriter json, Product product) {
    json.object(
        () -> {
          json.text("name", product.name());
          json.text("title", product.title());
          json.text("zone", product.zone().getId());
          json.yesOrNo("open", product.open());
          json.texts("editions", product.editions().stream().map(Product.Edition::name).toList());
          json.texts("seats", product.seats().stream().map(Product.Seat::name).toList());
          json.texts("facts", product.facts().stream().map(Product.Fact::name).toList());
          json.texts("keys", product.keys());
          json.texts("calls", product.calls().stream().map(Product.Call::name).toList());
          json.array("quotas", product.quotas(), quota -> write(json, quota));
          json.texts("addons", product.addOns().stream().map(AddOn::name).toList());
        });
  }

  private static void write(JsonWriter json, Quota quota) {
    json.object(
        () -> {
          json.text("name", quota.name());
          json.text("title", quota.title());
          json.text("unit", quota.unit().name());
          json.text("window", quota.window().text());
        });
  }
}
