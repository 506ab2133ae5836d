package dev.tollgate.server.http.request;

import dev.tollgate.engine.decide.ExplainRequest;
import dev.tollgate.server.http.json.JsonValue;
import java.util.List;
import java.util.Optional;

/** Reads which terms are to be explained. */
public final class ExplainRequestReader {

  public static final List<String> FIELDS = List.of("product", "account", "quota", "at");

  private ExplainRequestReader() {}

  /** The request; empty after a problem was added. */
  public static Optional<ExplainRequest> read(JsonValue value) {
    return value
        .object(FIELDS)
        .map(
            fields ->
                new ExplainRequest(
                    fields.required("product").flatMap(JsonValue::text).orElse(""),
                    AskerReader.anyone(fields),
                    fields.optional("quota").flatMap(JsonValue::text),
                    fields.optional("at").flatMap(JsonValue::moment)));
  }
}
