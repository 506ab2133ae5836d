package dev.tollgate.server.command;

import dev.tollgate.engine.suite.Failure;
import dev.tollgate.engine.suite.Reason;
import dev.tollgate.engine.suite.TestResult;
import java.util.List;

/** What became of tests, for people: by file, a mark and the name of each, and why one failed. */
final class TestResultsText {

  private static final String GREEN = "\u001b[32m";
  private static final String RED = "\u001b[31m";
  private static final String PLAIN = "\u001b[0m";
  private static final String INDENT = "      ";

  private final boolean colour;

  TestResultsText(boolean colour) {
    this.colour = colour;
  }

  /**
   * @param results in the order of the files
   */
  String of(List<TestResult> results) {
    StringBuilder text = new StringBuilder();
    String file = "";
    for (TestResult result : results) {
      if (!result.place().file().equals(file)) {
        text.append(file.isEmpty() ? "" : "\n");
        file = result.place().file();
        text.append(file).append('\n');
      }
      text.append("  ").append(result.passed() ? painted(GREEN, "✓") : painted(RED, "✗"));
      text.append(' ').append(result.name()).append('\n');
      result.failure().ifPresent(failure -> text.append(why(failure)));
    }
    return text.append('\n').append(summary(results)).append('\n').toString();
  }

  /** What was expected, what came, and the clauses behind it with what each came to. */
  static String why(Failure failure) {
    StringBuilder text = new StringBuilder();
    text.append(INDENT).append("expected  ").append(failure.expected());
    text.append("   (").append(failure.place()).append(")\n");
    text.append(INDENT).append("actual    ").append(failure.actual()).append('\n');
    for (Reason reason : failure.receipt()) {
      text.append(INDENT).append(clause(reason)).append('\n');
      reason.values().forEach(value -> text.append(INDENT).append("  ").append(value).append('\n'));
    }
    return text.toString();
  }

  private static String clause(Reason reason) {
    return reason.at().map(place -> reason.clause() + "   (" + place + ")").orElse(reason.clause());
  }

  private String summary(List<TestResult> results) {
    long failed = results.stream().filter(result -> !result.passed()).count();
    String all = Figures.counted(results.size(), "test");
    return failed == 0
        ? painted(GREEN, all + " passed")
        : painted(RED, Figures.of(failed) + " of " + all + " failed");
  }

  private String painted(String paint, String text) {
    return colour ? paint + text + PLAIN : text;
  }
}
