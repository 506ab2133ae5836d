package dev.tollgate.server.http.answer;

import dev.tollgate.engine.decide.SlabLine;
import dev.tollgate.server.http.json.JsonWriter;
import java.util.Optional;

/** The part of a price that one line of the price list makes. */
final class SlabJson {

  private SlabJson() {}

  static void write(JsonWriter json, SlabLine slab) {
    json.object(() -> fields(json, slab));
  }

  /** Within an object that says more about it. */
  static void fields(JsonWriter json, SlabLine slab) {
    json.text("text", slab.text());
    json.number("units", slab.units());
    json.text("each", slab.each().toPlainString());
    MoneyJson.write(json, "amount", slab.amount());
    ReasonJson.place(json, Optional.of(slab.at()));
  }
}
