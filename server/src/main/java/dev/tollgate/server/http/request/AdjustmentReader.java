package dev.tollgate.server.http.request;

import dev.tollgate.engine.decide.AdjustmentRequest;
import dev.tollgate.server.http.json.CanonicalJson;
import dev.tollgate.server.http.json.JsonFields;
import dev.tollgate.server.http.json.JsonValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads an adjustment: {@code {"quota": "credits", "amount": 500, "reason": "…"}}. */
public final class AdjustmentReader {

  public static final List<String> FIELDS =
      List.of("quota", "amount", "reason", "keys", "requestId");

  private AdjustmentReader() {}

  /** The adjustment of an account; empty after a problem was added. */
  public static Optional<AdjustmentRequest> read(JsonValue value, String product, String account) {
    return value
        .object(FIELDS)
        .map(
            fields ->
                new AdjustmentRequest(
                    product,
                    account,
                    text(fields, "quota"),
                    fields.required("amount").flatMap(JsonValue::number).orElse(BigDecimal.ONE),
                    fields.optional("keys").map(it -> it.members(JsonValue::text)).orElse(Map.of()),
                    text(fields, "reason"),
                    fields.optional("requestId").flatMap(JsonValue::text),
                    CanonicalJson.fingerprint(value.node())));
  }

  private static String text(JsonFields fields, String name) {
    return fields.required(name).flatMap(JsonValue::text).orElse("");
  }
}
