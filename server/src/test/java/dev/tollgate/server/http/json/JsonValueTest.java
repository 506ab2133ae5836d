package dev.tollgate.server.http.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tollgate.engine.decide.InvalidRequest;
import dev.tollgate.engine.decide.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class JsonValueTest {

  private final Problems problems = new Problems();

  @Test
  void aValueOfTheRightKindIsRead() {
    assertThat(value("\"acme\"").text()).contains("acme");
    assertThat(value("true").yesOrNo()).contains(true);
    assertThat(value("2.5").number().map(Object::toString)).contains("2.5");
    assertThat(value("2e1").whole(1, 20)).contains(20L);
    assertThat(value("2.0").whole(1, 20)).contains(2L);
    assertThat(value("\"2026-01-01T11:00:00+01:00\"").moment().map(Object::toString))
        .contains("2026-01-01T10:00:00Z");
    assertThat(value("\"2024-02-29\"").date().map(Object::toString)).contains("2024-02-29");
    problems.refuseIfAny();
  }

  @Test
  void aWrongTypeSaysWhatItIsWhatItMustBeAndWhatToDo() {
    assertProblem(
        "\"5\"", JsonValue::number, "must be a number; it is a text: write it without quotes");
    assertProblem("7", JsonValue::text, "must be a text; it is a number: put it in quotes");
    assertProblem(
        "\"no\"",
        JsonValue::yesOrNo,
        "must be true or false; it is a text: write it without quotes");
    assertProblem("[]", JsonValue::text, "must be a text; it is an array");
    assertProblem("{}", JsonValue::number, "must be a number; it is an object");
    assertProblem(
        "null", JsonValue::text, "must be a text; it is null: give a value or leave it out");
    assertProblem(
        "3",
        JsonValue::moment,
        "must be a moment such as \"2026-01-01T10:00:00Z\"; it is a number");
  }

  @Test
  void aWholeNumberIsNeitherFractionalNorOutOfRange() {
    assertProblem("1.5", it -> it.whole(0, 10), "must be a whole number");
    assertProblem("-1", it -> it.whole(0, 10), "must be from 0 to 10");
    assertProblem("11", it -> it.whole(0, 10), "must be from 0 to 10");
    assertProblem("9223372036854775808", it -> it.whole(0, Long.MAX_VALUE), "must be from 0 to");
  }

  @Test
  void aNumberOfMoreThan40DigitsOnEitherSideIsRefusedWithoutWritingItOut() {
    assertProblem("1e999999999", JsonValue::number, "must have at most 40 digits");
    assertProblem("1e-999999999", JsonValue::number, "must have at most 40 digits");
    assertProblem("1e40", JsonValue::number, "must have at most 40 digits");
    assertThat(value("1e39").number()).isPresent();
    assertThat(value("1e-40").number()).isPresent();
    assertThat(value("0e999999999").number().map(Object::toString)).contains("0");
  }

  @Test
  void aNameIsNeitherBlankNorLongNorFullOfControlCharacters() {
    assertProblem("\" \"", JsonValue::text, "must have 1 to 300 characters");
    assertProblem("\"" + "x".repeat(301) + "\"", JsonValue::text, "must have 1 to 300 characters");
    assertProblem("\"a\\nb\"", JsonValue::text, "must not have control characters in it");
  }

  @Test
  void momentsAreWholeMillisecondsOfTheYears1970To9999() {
    assertProblem("\"2026-01-01T10:00:00.0001Z\"", JsonValue::moment, "in whole milliseconds");
    assertProblem("\"1969-12-31T23:59:59Z\"", JsonValue::moment, "in the years 1970 to 9999");
    assertProblem("\"2026-01-01\"", JsonValue::moment, "must be a moment such as");
    assertProblem("\"2026-02-29\"", JsonValue::date, "must be a date such as");
  }

  @Test
  void unknownFieldsAreRefusedWithTheNearestName() {
    value("{\"acount\": 1}").object(List.of("product", "account"));
    assertThat(found())
        .containsExactly(
            new Problem(
                "/x/acount",
                "unknown-field",
                "there is no field `acount`; did you mean `account`?",
                Optional.of("account")));
  }

  @Test
  void aMissingFieldIsNamedAndNullIsAsGoodAsMissing() {
    JsonFields fields = value("{\"a\": null}").object(List.of("a", "b")).orElseThrow();
    assertThat(fields.optional("a")).isEmpty();
    fields.required("a");
    fields.required("b");
    assertThat(found()).extracting(Problem::pointer).containsExactly("/x/a", "/x/b");
  }

  @Test
  void itemsAreBounded() {
    assertThat(value("[1, 2]").items(2, JsonValue::number)).hasSize(2);
    assertThat(value("[1, 2, 3]").items(2, JsonValue::number)).isEmpty();
    assertThat(found())
        .extracting(Problem::message)
        .containsExactly("`x` must have at most 2 items; it has 3");
  }

  @Test
  void namesWithinPointersAreEscaped() {
    value("{\"a/b~c\": {}}").members(JsonValue::text);
    assertThat(found()).extracting(Problem::pointer).containsExactly("/x/a~1b~0c");
    assertThat(found()).extracting(Problem::message).first().asString().startsWith("`a/b~c` must");
  }

  @Test
  void problemsAreBoundedInNumber() {
    value("[" + "true,".repeat(999) + "true]").items(1_000, JsonValue::text);
    assertThat(found()).hasSize(Problems.MOST);
  }

  private JsonValue value(String json) {
    return new JsonValue(
        JsonText.parse(json.getBytes(StandardCharsets.UTF_8)), Pointer.ROOT.member("x"), problems);
  }

  private static void assertProblem(
      String json, Function<JsonValue, Optional<?>> read, String message) {
    JsonValueTest one = new JsonValueTest();
    assertThat(read.apply(one.value(json))).isEmpty();
    assertThat(one.found()).hasSize(1).first().extracting(Problem::pointer).isEqualTo("/x");
    assertThat(one.found().get(0).message()).startsWith("`x` must ").contains(message);
  }

  private List<Problem> found() {
    return catchThrowableOfType(InvalidRequest.class, problems::refuseIfAny).problems();
  }
}
