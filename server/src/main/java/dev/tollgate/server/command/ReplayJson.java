package dev.tollgate.server.command;

import dev.tollgate.engine.impact.ReplayImpact;
import dev.tollgate.server.http.answer.MoneyJson;
import dev.tollgate.server.http.json.JsonWriter;
import java.util.Map;

/** How the calls of a log would have fared, for programs. */
final class ReplayJson {

  private ReplayJson() {}

  /** A member {@code replay} of the object that is being written. */
  static void write(JsonWriter json, ReplayImpact replay) {
    json.object(
        "replay",
        () -> {
          json.number("calls", replay.calls());
          write(json, "before", replay.before());
          write(json, "after", replay.after());
          counts(json, "newlyDenied", replay.newlyDenied());
          counts(json, "newlyAllowed", replay.newlyAllowed());
          json.number("accounts", replay.partings());
          json.array("largest", replay.largest(), parting -> write(json, parting));
          json.array("billed", replay.money(), billed -> write(json, billed));
        });
  }

  private static void write(JsonWriter json, String name, ReplayImpact.Under under) {
    json.object(
        name,
        () -> {
          json.number("allowed", under.allowed());
          json.number("denied", under.denied());
          json.number("refused", under.refused());
          json.text("firstRefused", under.firstRefused());
        });
  }

  private static void counts(JsonWriter json, String name, Map<String, Long> counts) {
    json.object(name, () -> counts.forEach(json::number));
  }

  private static void write(JsonWriter json, ReplayImpact.Parting parting) {
    json.object(
        () -> {
          json.text("product", parting.product());
          json.text("account", parting.account());
          json.moment("at", parting.at());
          json.text("call", parting.call());
          json.yesOrNo("denied", parting.denied());
          json.text("quota", parting.quota());
          json.number("newlyDenied", parting.newlyDenied());
          json.number("newlyAllowed", parting.newlyAllowed());
        });
  }

  private static void write(JsonWriter json, ReplayImpact.Billed billed) {
    json.object(
        () -> {
          MoneyJson.write(json, "before", billed.before());
          MoneyJson.write(json, "after", billed.after());
        });
  }
}
