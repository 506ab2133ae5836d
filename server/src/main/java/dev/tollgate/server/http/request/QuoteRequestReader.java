package dev.tollgate.server.http.request;

import dev.tollgate.engine.decide.QuoteRequest;
import dev.tollgate.server.http.json.JsonFields;
import dev.tollgate.server.http.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what calls and purchases a quote is asked for. */
public final class QuoteRequestReader {

  public static final List<String> FIELDS =
      List.of("product", "account", "calls", "keys", "channel", "buy", "inFlight", "at");

  public static final List<String> LINE_FIELDS = List.of("call", "params", "calls", "times");

  private static final int MOST_LINES = 1_000;
  private static final long MOST_TIMES = 1_000_000_000;

  private QuoteRequestReader() {}

  /** The request; empty after a problem was added. */
  public static Optional<QuoteRequest> read(JsonValue value) {
    return value.object(FIELDS).map(fields -> request(fields, value));
  }

  private static QuoteRequest request(JsonFields fields, JsonValue value) {
    Optional<JsonValue> calls = fields.optional("calls");
    Optional<JsonValue> buy = fields.optional("buy");
    if (calls.isEmpty() && buy.isEmpty()) {
      value.wrong("missing-field", "asks for nothing: give `calls`, `buy` or both");
    }
    return new QuoteRequest(
        fields.required("product").flatMap(JsonValue::text).orElse(""),
        AskerReader.anyone(fields),
        calls.map(it -> it.items(MOST_LINES, QuoteRequestReader::line)).orElse(List.of()),
        fields.optional("keys").map(it -> it.members(JsonValue::text)).orElse(Map.of()),
        fields.optional("channel").flatMap(JsonValue::text),
        buy.map(it -> it.members(JsonValue::number)).orElse(Map.of()),
        fields.optional("inFlight").flatMap(JsonValue::yesOrNo).orElse(true),
        fields.optional("at").flatMap(JsonValue::moment));
  }

  private static Optional<QuoteRequest.Line> line(JsonValue value) {
    return value
        .object(LINE_FIELDS)
        .map(
            fields ->
                new QuoteRequest.Line(
                    AskedCallReader.read(fields),
                    fields.optional("times").flatMap(it -> it.whole(1, MOST_TIMES)).orElse(1L)));
  }
}
