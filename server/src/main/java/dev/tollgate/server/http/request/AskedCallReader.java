package dev.tollgate.server.http.request;

import dev.tollgate.engine.decide.AskedCall;
import dev.tollgate.server.http.json.JsonFields;
import dev.tollgate.server.http.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a call with its parameters, and the calls inside a composite. */
public final class AskedCallReader {

  /** Fields of a call inside a composite. */
  public static final List<String> INNER_FIELDS = List.of("call", "params");

  private static final int MOST_INNER_CALLS = 1_000;

  private AskedCallReader() {}

  /** The call that {@code call}, {@code params} and {@code calls} of an object make. */
  static AskedCall read(JsonFields fields) {
    List<AskedCall> inner =
        fields
            .optional("calls")
            .map(calls -> calls.items(MOST_INNER_CALLS, AskedCallReader::inner))
            .orElse(List.of());
    return call(fields, inner);
  }

  private static Optional<AskedCall> inner(JsonValue value) {
    return value.object(INNER_FIELDS).map(fields -> call(fields, List.of()));
  }

  private static AskedCall call(JsonFields fields, List<AskedCall> inner) {
    return new AskedCall(
        fields.required("call").flatMap(JsonValue::text).orElse(""),
        fields.optional("params").map(it -> it.members(StatedReader::read)).orElse(Map.of()),
        inner);
  }
}
