package dev.tollgate.server.command;

import dev.tollgate.engine.impact.FleetImpact;
import dev.tollgate.server.http.json.JsonWriter;
import java.util.Locale;

/** What a difference means to accounts, for programs. */
final class FleetJson {

  private FleetJson() {}

  /** A member {@code fleet} of the object that is being written. */
  static void write(JsonWriter json, FleetImpact fleet) {
    json.object(
        "fleet",
        () -> {
          json.number("accounts", fleet.accounts());
          json.array("quotas", fleet.quotas(), quota -> write(json, quota));
        });
  }

  private static void write(JsonWriter json, FleetImpact.OfQuota quota) {
    json.object(
        () -> {
          json.text("quota", quota.quota());
          json.text("unit", quota.unit().plural());
          json.text("there", quota.there().name().toLowerCase(Locale.ROOT));
          json.number("accounts", quota.accounts());
          json.number("changed", quota.changed());
          json.number("lose", quota.lose());
          json.number("gain", quota.gain());
          write(json, "before", quota.before());
          write(json, "after", quota.after());
          json.number("undecided", quota.undecided());
          json.number("uncountable", quota.uncountable());
          json.number("withoutEdition", quota.withoutEdition());
          json.array("losses", quota.losses(), move -> write(json, move));
          json.array("gains", quota.gains(), move -> write(json, move));
        });
  }

  private static void write(JsonWriter json, String name, FleetImpact.Limits limits) {
    json.object(
        name,
        () -> {
          json.number("sum", limits.sum());
          json.number("unlimited", limits.unlimited());
          json.number("heldByCap", limits.held());
        });
  }

  private static void write(JsonWriter json, FleetImpact.Move move) {
    json.object(
        () -> {
          json.text("account", move.account());
          json.text("edition", move.edition());
          json.number("before", move.before());
          json.number("after", move.after());
        });
  }
}
