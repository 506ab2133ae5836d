package dev.tollgate.server.http.exchange;

import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.server.http.json.JsonFields;
import dev.tollgate.server.http.json.JsonValue;
import dev.tollgate.server.http.json.Pointer;
import dev.tollgate.server.http.json.Problems;
import io.javalin.http.Context;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A query whose names are known, judged by the same rules as the fields of a body. Pointers begin
 * with {@code /query}.
 */
public final class QueryFields {

  private static final String NUMBER = "-?[0-9]{1,40}";

  private final JsonFields fields;
  private final Problems problems;

  private QueryFields(JsonFields fields, Problems problems) {
    this.fields = fields;
    this.problems = problems;
  }

  /** The query of a request; names that are not {@code known} become problems. */
  public static QueryFields of(Context context, List<String> known) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    Query.of(context).forEach(object::put);
    object.remove(Layout.PARAMETER);
    Problems problems = new Problems();
    JsonValue value = new JsonValue(object, Pointer.ROOT.member("query"), problems);
    return new QueryFields(value.object(known).orElseThrow(), problems);
  }

  public Optional<String> text(String name) {
    return fields.optional(name).flatMap(JsonValue::text);
  }

  public Optional<Instant> moment(String name) {
    return fields.optional(name).flatMap(JsonValue::moment);
  }

  public Optional<LocalDate> date(String name) {
    return fields.optional(name).flatMap(JsonValue::date);
  }

  /** Words with commas between them; none when the name is absent. */
  public List<String> words(String name) {
    return text(name).map(text -> List.of(text.split(",", -1))).orElse(List.of());
  }

  /** One of a few words. */
  public Optional<String> choice(String name, List<String> choices) {
    return fields
        .optional(name)
        .flatMap(
            value ->
                value
                    .text()
                    .flatMap(
                        text ->
                            choices.contains(text)
                                ? Optional.of(text)
                                : value.wrong(
                                    "unknown-choice", "must be " + String.join(" or ", choices))));
  }

  public Optional<Long> whole(String name, long least, long most) {
    return fields.optional(name).flatMap(it -> number(it, least, most));
  }

  /** Ends the request if anything in the query is wrong. */
  public void refuseIfAny() {
    problems.refuseIfAny();
  }

  /** In a query everything is a text; what looks like a number is one. */
  private static Optional<Long> number(JsonValue value, long least, long most) {
    String text = value.node().asText();
    return text.matches(NUMBER)
        ? new JsonValue(DecimalNode.valueOf(new BigDecimal(text)), value.at(), value.problems())
            .whole(least, most)
        : value.wrong("not-whole", "must be a whole number from " + least + " to " + most);
  }
}
