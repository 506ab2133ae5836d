package dev.tollgate.server.command;

import dev.tollgate.engine.suite.Failure;
import dev.tollgate.engine.suite.TestResult;
import dev.tollgate.server.http.json.JsonWriter;
import java.util.List;

/** What became of tests, for programs. */
final class TestResultsJson {

  private TestResultsJson() {}

  static void write(JsonWriter json, List<TestResult> results) {
    long passed = results.stream().filter(TestResult::passed).count();
    json.object(
        () -> {
          json.array("tests", results, result -> write(json, result));
          json.number("passed", passed);
          json.number("failed", results.size() - passed);
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
