package dev.tollgate.server.http.answer;

import dev.tollgate.engine.decide.Charge;
import dev.tollgate.server.http.json.JsonWriter;
import java.util.Optional;

/** What something adds to the day's money; null when nothing is billed. */
final class ChargeJson {

  private ChargeJson() {}

  static void write(JsonWriter json, Optional<Charge> charge) {
    charge.ifPresentOrElse(it -> write(json, it), () -> json.nothing("charge"));
  }

  private static void write(JsonWriter json, Charge charge) {
    json.object(
        "charge",
        () -> {
          json.text("amount", charge.amount().amount().toPlainString());
          json.text("currency", charge.amount().currency());
          json.array("lines", charge.lines(), line -> write(json, line));
        });
  }

  private static void write(JsonWriter json, Charge.Line line) {
    json.object(
        () -> {
          json.text("quota", line.quota());
          json.text("addon", line.addOn());
          json.text("day", line.day().toString());
          json.number("units", line.units());
          MoneyJson.write(json, "amount", line.amount());
          json.array("slabs", line.slabs(), slab -> SlabJson.write(json, slab));
          json.text("policy", line.policy());
        });
  }
}
