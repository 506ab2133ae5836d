package dev.tollgate.server.http.answer;

import dev.tollgate.engine.decide.Consumed;
import dev.tollgate.server.http.json.JsonWriter;
import java.util.List;

/** Which units count as used from now on, by quota and day. */
final class ConsumedJson {

  private ConsumedJson() {}

  static void write(JsonWriter json, List<Consumed> consumed) {
    json.array("consumed", consumed, one -> write(json, one));
  }

  private static void write(JsonWriter json, Consumed consumed) {
    json.object(
        () -> {
          json.text("quota", consumed.quota());
          json.text("unit", consumed.unit());
          json.text("day", consumed.day().toString());
          json.number("included", consumed.included());
          json.number("billed", consumed.billed());
        });
  }
}
