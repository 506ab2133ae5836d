package dev.tollgate.server.http.request;

import dev.tollgate.engine.decide.StatedHolding;
import dev.tollgate.engine.terms.Holding.Mode;
import dev.tollgate.server.http.json.JsonFields;
import dev.tollgate.server.http.json.JsonValue;
import java.util.List;
import java.util.Optional;

/**
 * Reads how an account holds an add-on: {@code {"mode": "bought", "amount": 75000}} or {@code
 * {"mode": "used", "limit": 100000}}.
 */
public final class HoldingReader {

  public static final List<String> FIELDS = List.of("mode", "amount", "limit");

  private HoldingReader() {}

  /** The holding; empty after a problem was added. */
  public static Optional<StatedHolding> read(JsonValue value) {
    return value.object(FIELDS).flatMap(HoldingReader::read);
  }

  private static Optional<StatedHolding> read(JsonFields fields) {
    Optional<String> mode = fields.required("mode").flatMap(JsonValue::text);
    if (mode.isEmpty()) {
      return Optional.empty();
    }
    return switch (mode.get()) {
      case "bought" -> holding(fields, Mode.BOUGHT, "amount", "limit");
      case "used" -> holding(fields, Mode.USED, "limit", "amount");
      default ->
          fields
              .required("mode")
              .flatMap(it -> it.wrong("unknown-mode", "must be \"bought\" or \"used\""));
    };
  }

  private static Optional<StatedHolding> holding(
      JsonFields fields, Mode mode, String number, String other) {
    fields
        .optional(other)
        .ifPresent(
            it -> it.wrong("not-in-this-mode", "is of the other mode; give `" + number + "`"));
    return fields
        .required(number)
        .flatMap(JsonValue::number)
        .map(amount -> new StatedHolding(mode, amount));
  }
}
