package dev.tollgate.server.http.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A value within a request, its place, and where to say that it is wrong. Every method answers
 * empty after it has added a problem.
 *
 * @param at its place in the request
 */
public record JsonValue(JsonNode node, Pointer at, Problems problems) {

  /** The longest text that names something. */
  public static final int MOST_CHARACTERS = 300;

  /** Digits before and after the point that a number may need. */
  private static final int MOST_DIGITS = 40;

  private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

  /** A text that names something: not empty, no control characters, not too long. */
  public Optional<String> text() {
    Optional<String> text = anyText();
    if (text.isPresent() && (text.get().isBlank() || text.get().length() > MOST_CHARACTERS)) {
      return wrong("text-length", "must have 1 to " + MOST_CHARACTERS + " characters");
    }
    if (text.isPresent() && hasControlCharacter(text.get())) {
      return wrong("control-character", "must not have control characters in it");
    }
    return text;
  }

  private static boolean hasControlCharacter(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isISOControl(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** A text of any content and length. */
  public Optional<String> anyText() {
    return node.isTextual() ? Optional.of(node.textValue()) : wrongType("a text");
  }

  /** {@code true} or {@code false}. */
  public Optional<Boolean> yesOrNo() {
    return node.isBoolean() ? Optional.of(node.booleanValue()) : wrongType("true or false");
  }

  /** An exact number of at most {@value #MOST_DIGITS} digits before and after the point. */
  public Optional<BigDecimal> number() {
    if (!node.isNumber()) {
      return wrongType("a number");
    }
    BigDecimal number = node.decimalValue();
    // Looked at before any arithmetic: 1e999999999 has a billion digits once it is written out.
    long wholeDigits = (long) number.precision() - number.scale();
    if (number.signum() != 0 && (wholeDigits > MOST_DIGITS || number.scale() > MOST_DIGITS)) {
      return wrong(
          "number-out-of-range",
          "must have at most " + MOST_DIGITS + " digits before and after the point");
    }
    return Optional.of(number.signum() == 0 ? BigDecimal.ZERO : number);
  }

  /** A whole number from {@code least} to {@code most}. */
  public Optional<Long> whole(long least, long most) {
    Optional<BigDecimal> number = number();
    if (number.isEmpty()) {
      return Optional.empty();
    }
    if (number.get().stripTrailingZeros().scale() > 0) {
      return wrong("not-whole", "must be a whole number");
    }
    boolean inRange =
        number.get().compareTo(BigDecimal.valueOf(least)) >= 0
            && number.get().compareTo(BigDecimal.valueOf(most)) <= 0;
    return inRange
        ? Optional.of(number.get().longValueExact())
        : wrong("number-out-of-range", "must be from " + least + " to " + most);
  }

  /** A moment as RFC 3339 writes it, in whole milliseconds, from 1970 to 9999. */
  public Optional<Instant> moment() {
    String form = "a moment such as \"2026-01-01T10:00:00Z\"";
    if (!node.isTextual()) {
      return wrongType(form);
    }
    try {
      Instant moment = OffsetDateTime.parse(node.textValue()).toInstant();
      if (moment.isBefore(EARLIEST) || moment.isAfter(LATEST)) {
        return wrong("moment-out-of-range", "must lie in the years 1970 to 9999");
      }
      return moment.truncatedTo(ChronoUnit.MILLIS).equals(moment)
          ? Optional.of(moment)
          : wrong("moment-too-fine", "must be a moment in whole milliseconds");
    } catch (DateTimeException malformed) {
      return wrong("not-a-moment", "must be " + form);
    }
  }

  /** A date as RFC 3339 writes it, from 1970 to 9999. */
  public Optional<LocalDate> date() {
    String form = "a date such as \"2026-01-01\"";
    if (!node.isTextual()) {
      return wrongType(form);
    }
    try {
      LocalDate date = LocalDate.parse(node.textValue());
      return date.getYear() >= 1970 && date.getYear() <= 9999
          ? Optional.of(date)
          : wrong("date-out-of-range", "must lie in the years 1970 to 9999");
    } catch (DateTimeException malformed) {
      return wrong("not-a-date", "must be " + form);
    }
  }

  /** An object of which these fields are known; others are problems. */
  public Optional<JsonFields> object(List<String> known) {
    return node.isObject() ? Optional.of(JsonFields.of(this, known)) : wrongType("an object");
  }

  /** The members of an object that the policy names, in order, without those found wrong. */
  public <T> Map<String, T> members(Function<JsonValue, Optional<T>> read) {
    Map<String, T> members = new LinkedHashMap<>();
    if (!node.isObject()) {
      wrongType("an object");
    }
    node.properties()
        .forEach(
            member -> {
              String name = member.getKey();
              read.apply(new JsonValue(member.getValue(), at.member(name), problems))
                  .ifPresent(value -> members.put(name, value));
            });
    return members;
  }

  /** The items of an array, of which there may be {@code most}, without those found wrong. */
  public <T> List<T> items(int most, Function<JsonValue, Optional<T>> read) {
    List<T> items = new ArrayList<>();
    if (!node.isArray()) {
      wrongType("an array");
    } else if (node.size() > most) {
      wrong(
          "too-many-items", "must have at most %,d items; it has %,d".formatted(most, node.size()));
    } else {
      for (int i = 0; i < node.size(); i++) {
        read.apply(new JsonValue(node.get(i), at.item(i), problems)).ifPresent(items::add);
      }
    }
    return items;
  }

  /** Adds the problem that this is something else than what was expected. */
  public <T> Optional<T> wrongType(String expected) {
    return wrong("wrong-type", "must be " + expected + "; it is " + kind() + advice(expected));
  }

  /** Adds a problem with this value; {@code what} goes on from its name. */
  public <T> Optional<T> wrong(String code, String what) {
    problems.add(at, code, name() + " " + what);
    return Optional.empty();
  }

  private String name() {
    return at.step().isEmpty() ? "the request" : "`" + at.step() + "`";
  }

  private String kind() {
    return switch (node.getNodeType()) {
      case OBJECT -> "an object";
      case ARRAY -> "an array";
      case STRING -> "a text";
      case NUMBER -> "a number";
      case BOOLEAN -> "true or false";
      default -> "null";
    };
  }

  private String advice(String expected) {
    if (node.isNull()) {
      return ": give a value or leave it out";
    }
    if (node.isTextual() && (expected.equals("a number") || expected.equals("true or false"))) {
      return ": write it without quotes";
    }
    return expected.equals("a text") && node.isValueNode() ? ": put it in quotes" : "";
  }
}
