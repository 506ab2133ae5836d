package dev.tollgate.server.http.answer;

import dev.tollgate.engine.decide.Because;
import dev.tollgate.engine.policy.Place;
import dev.tollgate.server.http.json.JsonWriter;
import java.util.List;
import java.util.Optional;

/** Lines of a reason, each with its place in the rule files. */
final class ReasonJson {

  private ReasonJson() {}

  static void write(JsonWriter json, String name, List<Because> lines) {
    json.array(
        name,
        lines,
        line ->
            json.object(
                () -> {
                  json.text("text", line.text());
                  place(json, line.at());
                }));
  }

  static void place(JsonWriter json, Optional<Place> at) {
    json.text("at", at.map(Place::toString));
  }
}
