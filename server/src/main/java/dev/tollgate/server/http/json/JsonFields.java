package dev.tollgate.server.http.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.engine.decide.Problem;
import dev.tollgate.engine.policy.NearestName;
import java.util.List;
import java.util.Optional;

/** The fields of an object, read by name. A field that is null counts as absent. */
public final class JsonFields {

  private final JsonValue object;

  private JsonFields(JsonValue object) {
    this.object = object;
  }

  /** The fields of {@code object}; any that is not {@code known} becomes a problem. */
  static JsonFields of(JsonValue object, List<String> known) {
    object
        .node()
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                object.problems().add(unknown(name, object.at(), known));
              }
            });
    return new JsonFields(object);
  }

  /** The value of a field that may be absent. */
  public Optional<JsonValue> optional(String name) {
    JsonNode value = object.node().path(name);
    return value.isMissingNode() || value.isNull()
        ? Optional.empty()
        : Optional.of(new JsonValue(value, object.at().member(name), object.problems()));
  }

  /** The value of a field without which the request cannot be answered. */
  public Optional<JsonValue> required(String name) {
    Optional<JsonValue> value = optional(name);
    if (value.isEmpty()) {
      object.problems().add(object.at().member(name), "missing-field", "`" + name + "` is missing");
    }
    return value;
  }

  private static Problem unknown(String name, Pointer at, List<String> known) {
    Optional<String> nearest = NearestName.of(name, known);
    String others =
        known.isEmpty() ? "this object has none" : "known are " + String.join(", ", known);
    String hint = nearest.map(meant -> "did you mean `" + meant + "`?").orElse(others);
    String message = "there is no field `" + name + "`; " + hint;
    return new Problem(at.member(name).text(), "unknown-field", message, nearest);
  }
}
