package dev.tollgate.server.command;

import dev.tollgate.engine.coverage.Coverage;
import dev.tollgate.engine.coverage.Item;
import dev.tollgate.engine.policy.Policy;
import dev.tollgate.engine.suite.Failure;
import dev.tollgate.engine.suite.TestResult;
import dev.tollgate.server.http.json.JsonWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What became of tests, for programs. */
final class TestResultsJson {

  private TestResultsJson() {}

  /**
   * @param coverage what the tests exercise, where that is asked for
   */
  static void write(
      JsonWriter json, List<TestResult> results, Policy policy, Optional<Coverage> coverage) {
    long passed = results.stream().filter(TestResult::passed).count();
    json.object(
        () -> {
          json.array("tests", results, result -> write(json, result));
          json.number("passed", passed);
          json.number("failed", results.size() - passed);
          coverage.ifPresent(found -> json.object("coverage", () -> write(json, policy, found)));
        });
  }

  private static void write(JsonWriter json, Policy policy, Coverage coverage) {
    json.number("behaviours", coverage.items().size());
    json.number("exercised", coverage.items().size() - coverage.missing().size());
    json.array(
        "clauses",
        List.copyOf(CoverageText.clauses(coverage).entrySet()),
        clause ->
            json.object(
                () -> {
                  json.text("at", clause.getKey().toString());
                  json.text("clause", policy.line(clause.getKey()));
                  json.array("behaviours", clause.getValue(), item -> write(json, item, coverage));
                }));
  }

  private static void write(JsonWriter json, Item item, Coverage coverage) {
    json.object(
        () -> {
          json.text("kind", item.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
          json.text("what", item.what());
          json.yesOrNo("exercised", coverage.isExercised(item));
        });
  }

  private static void write(JsonWriter json, TestResult result) {
    json.object(
        () -> {
          json.text("file", result.place().file());
          json.number("line", result.place().line());
          json.text("target", result.target());
          json.text("name", result.name());
          json.yesOrNo("passed", result.passed());
          result
              .failure()
              .ifPresentOrElse(
                  failure -> json.object("failure", () -> write(json, failure)),
                  () -> json.nothing("failure"));
        });
  }

  private static void write(JsonWriter json, Failure failure) {
    json.text("expected", failure.expected());
    json.text("actual", failure.actual());
    json.text("at", failure.place().toString());
    json.array(
        "receipt",
        failure.receipt(),
        reason ->
            json.object(
                () -> {
                  reason
                      .at()
                      .ifPresentOrElse(
                          place -> json.text("at", place.toString()), () -> json.nothing("at"));
                  json.text("clause", reason.clause());
                  json.texts("values", reason.values());
                }));
  }
}
