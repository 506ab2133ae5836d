package dev.tollgate.server.http.request;

import dev.tollgate.engine.decide.CallRequest;
import dev.tollgate.server.http.json.JsonFields;
import dev.tollgate.server.http.json.JsonValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads requests that hold room for a call whose cost is known later. */
public final class ReserveRequestReader {

  public static final List<String> FIELDS =
      List.of(
          "product",
          "account",
          "call",
          "params",
          "calls",
          "keys",
          "channel",
          "requestId",
          "inFlight",
          "estimate",
          "expiresInSeconds");

  private static final long LONGEST_SECONDS = 3_600;

  private ReserveRequestReader() {}

  /**
   * What is to be held.
   *
   * @param estimate units to hold, in each quota's unit, by quota
   * @param expiresInSeconds after which the hold ends by itself
   */
  public record ReserveRequest(
      CallRequest call, Map<String, BigDecimal> estimate, long expiresInSeconds) {}

  /** The request; empty after a problem was added. */
  public static Optional<ReserveRequest> read(JsonValue value) {
    return value
        .object(FIELDS)
        .flatMap(fields -> hold(CallRequestReader.counted(fields, value), fields));
  }

  private static Optional<ReserveRequest> hold(CallRequest call, JsonFields fields) {
    Map<String, BigDecimal> estimate =
        fields.optional("estimate").map(it -> it.members(JsonValue::number)).orElse(Map.of());
    return fields
        .required("expiresInSeconds")
        .flatMap(it -> it.whole(1, LONGEST_SECONDS))
        .map(seconds -> new ReserveRequest(call, estimate, seconds));
  }
}
