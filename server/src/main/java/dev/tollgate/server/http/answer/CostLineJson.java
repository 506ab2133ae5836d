package dev.tollgate.server.http.answer;

import dev.tollgate.engine.decide.CostLine;
import dev.tollgate.server.http.json.JsonWriter;
import java.util.List;

/** How costs came about, line by line. */
final class CostLineJson {

  private CostLineJson() {}

  static void write(JsonWriter json, List<CostLine> lines) {
    json.array("costs", lines, line -> write(json, line));
  }

  private static void write(JsonWriter json, CostLine line) {
    json.object(
        () -> {
          json.text("quota", line.quota());
          json.text("call", line.call());
          json.number("units", line.units());
          json.text("text", line.text());
          json.text("arithmetic", line.arithmetic());
          ReasonJson.place(json, line.at());
        });
  }
}
