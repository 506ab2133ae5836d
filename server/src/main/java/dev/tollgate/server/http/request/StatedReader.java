package dev.tollgate.server.http.request;

import dev.tollgate.engine.decide.Stated;
import dev.tollgate.server.http.json.JsonValue;
import java.util.Optional;

/** Reads a value whose type only the policy knows: of a parameter or a fact. */
final class StatedReader {

  private StatedReader() {}

  static Optional<Stated> read(JsonValue value) {
    if (value.node().isBoolean()) {
      return value.yesOrNo().map(Stated::yesOrNo);
    }
    if (value.node().isNumber()) {
      return value.number().map(Stated::number);
    }
    if (value.node().isTextual() && value.node().textValue().isEmpty()) {
      return Optional.of(Stated.text(""));
    }
    return value.node().isTextual()
        ? value.text().map(Stated::text)
        : value.wrongType("a text, a number, or true or false");
  }
}
