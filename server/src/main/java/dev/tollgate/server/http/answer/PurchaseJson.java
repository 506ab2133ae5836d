package dev.tollgate.server.http.answer;

import dev.tollgate.engine.decide.Purchase;
import dev.tollgate.engine.decide.SlabLine;
import dev.tollgate.server.http.json.JsonWriter;
import java.util.List;

/** What buying add-ons costs, with the lines of each price list. */
final class PurchaseJson {

  private PurchaseJson() {}

  static void write(JsonWriter json, Purchase purchase) {
    json.object(
        "purchase",
        () -> {
          MoneyJson.write(json, "perDay", purchase.perDay());
          MoneyJson.write(json, "per30Days", purchase.per30Days());
          json.array("lines", purchase.lines(), line -> write(json, line));
          json.array("slabs", slabs(purchase), slab -> write(json, slab));
        });
  }

  private static void write(JsonWriter json, Purchase.Line line) {
    json.object(
        () -> {
          json.text("addon", line.addOn());
          json.number("amount", line.amount());
          MoneyJson.write(json, "perDay", line.perDay());
          MoneyJson.write(json, "per30Days", line.per30Days());
        });
  }

  /** A line of a price list, and the add-on that it prices. */
  private record Slab(String addOn, SlabLine line) {}

  private static List<Slab> slabs(Purchase purchase) {
    return purchase.lines().stream()
        .flatMap(line -> line.slabs().stream().map(slab -> new Slab(line.addOn(), slab)))
        .toList();
  }

  private static void write(JsonWriter json, Slab of) {
    json.object(
        () -> {
          json.text("addon", of.addOn());
          SlabJson.fields(json, of.line());
        });
  }
}
