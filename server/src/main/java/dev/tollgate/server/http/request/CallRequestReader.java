package dev.tollgate.server.http.request;

import dev.tollgate.engine.decide.Asker;
import dev.tollgate.engine.decide.CallRequest;
import dev.tollgate.server.http.json.CanonicalJson;
import dev.tollgate.server.http.json.JsonFields;
import dev.tollgate.server.http.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the requests of check and consume. */
public final class CallRequestReader {

  public static final List<String> CHECK_FIELDS =
      List.of("product", "account", "call", "params", "calls", "keys", "channel", "inFlight", "at");

  public static final List<String> CONSUME_FIELDS =
      List.of(
          "product",
          "account",
          "call",
          "params",
          "calls",
          "keys",
          "channel",
          "requestId",
          "quoteId",
          "inFlight");

  private CallRequestReader() {}

  /** A question: its account may be stated in it, and its moment may be another. */
  public static Optional<CallRequest> check(JsonValue value) {
    return value
        .object(CHECK_FIELDS)
        .map(
            fields ->
                request(
                    fields,
                    AskerReader.anyone(fields),
                    Optional.empty(),
                    fields.optional("at").flatMap(JsonValue::moment)));
  }

  /** A call that counts: its account is stored, and it happens now. */
  public static Optional<CallRequest> consume(JsonValue value) {
    return value.object(CONSUME_FIELDS).map(fields -> counted(fields, value));
  }

  /** The call that the fields of a request state which counts. */
  static CallRequest counted(JsonFields fields, JsonValue value) {
    return request(fields, AskerReader.stored(fields), Optional.of(value), Optional.empty());
  }

  private static CallRequest request(
      JsonFields fields, Asker account, Optional<JsonValue> counted, Optional<Instant> at) {
    Optional<String> requestId = fields.optional("requestId").flatMap(JsonValue::text);
    return new CallRequest(
        fields.required("product").flatMap(JsonValue::text).orElse(""),
        account,
        AskedCallReader.read(fields),
        fields.optional("keys").map(it -> it.members(JsonValue::text)).orElse(Map.of()),
        fields.optional("channel").flatMap(JsonValue::text),
        requestId,
        requestId.flatMap(id -> counted).map(it -> CanonicalJson.fingerprint(it.node())).orElse(""),
        fields.optional("quoteId").flatMap(JsonValue::text),
        fields.optional("inFlight").flatMap(JsonValue::yesOrNo).orElse(true),
        at);
  }
}
