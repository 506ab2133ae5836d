package dev.tollgate.rules.mistakes;

import dev.tollgate.engine.compile.Compiled;
import dev.tollgate.engine.compile.Compiler;
import dev.tollgate.engine.policy.Place;
import dev.tollgate.engine.policy.Policy;
import dev.tollgate.engine.suite.Failure;
import dev.tollgate.engine.suite.Suite;
import dev.tollgate.engine.suite.TestResult;
import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.Related;
import dev.tollgate.grammar.diagnostic.Severity;
import dev.tollgate.grammar.diagnostic.SourceText;
import dev.tollgate.grammar.diagnostic.Span;
import java.util.List;
import java.util.Optional;

/**
 * What became of a mistake.
 *
 * @param by the stage that found it
 * @param said the code of the first diagnostic and its message, or the title of the test that
 *     failed; empty when nothing was found
 * @param count how many diagnostics there were
 * @param underlined what is underlined compared with what a person would
 */
record Finding(Mistake mistake, By by, String said, int count, Underlined underlined) {

  /** The first stage that finds something ends the search; tests run where nothing is wrong. */
  enum By {
    TEXT,
    NAMES,
    QUANTITIES,
    MEANING,
    WARNING,
    TESTS,
    NOBODY
  }

  /** How what is underlined lies to what a person would underline. */
  enum Underlined {
    /** The same. */
    EXACTLY,
    /** A part of it. */
    WITHIN,
    /** More of the same line. */
    AROUND,
    /** It is the other of two places that are both shown; of a failing test, in the receipt. */
    RELATED,
    ELSEWHERE
  }

  static Finding of(Mistake mistake, List<SourceText> sources) {
    List<SourceText> mistaken = mistake.in(sources);
    Span expected = mistake.underlined(mistaken);
    Compiled compiled = Compiler.compile(mistaken);
    if (!compiled.diagnostics().isEmpty()) {
      return diagnosed(mistake, expected, compiled.diagnostics());
    }
    return failed(compiled)
        .map(result -> tested(mistake, expected, result))
        .orElse(new Finding(mistake, By.NOBODY, "", 0, Underlined.ELSEWHERE));
  }

  boolean isFound() {
    return by != By.NOBODY;
  }

  boolean isRight() {
    return underlined != Underlined.ELSEWHERE;
  }

  private static Finding diagnosed(Mistake mistake, Span expected, List<Diagnostic> found) {
    Diagnostic first =
        found.stream()
            .filter(each -> each.severity() == Severity.ERROR)
            .findFirst()
            .orElse(found.get(0));
    By by =
        first.severity() == Severity.WARNING ? By.WARNING : By.valueOf(first.code().band().name());
    String said = first.code().code() + " " + first.message();
    return new Finding(mistake, by, said, found.size(), compare(expected, first));
  }

  private static Underlined compare(Span expected, Diagnostic found) {
    if (found.span().equals(expected)) {
      return Underlined.EXACTLY;
    } else if (contains(expected, found.span())) {
      return Underlined.WITHIN;
    } else if (isAround(found.span(), expected)) {
      return Underlined.AROUND;
    }
    return found.related().stream()
            .map(Related::span)
            .anyMatch(other -> contains(expected, other) || isAround(other, expected))
        ? Underlined.RELATED
        : Underlined.ELSEWHERE;
  }

  private static boolean contains(Span outer, Span inner) {
    return outer.file().equals(inner.file())
        && outer.start().offset() <= inner.start().offset()
        && inner.end().offset() <= outer.end().offset();
  }

  private static boolean isAround(Span found, Span expected) {
    return contains(found, expected) && found.start().line() == found.end().line();
  }

  private static Optional<TestResult> failed(Compiled compiled) {
    Policy policy = compiled.policy().orElseThrow();
    Suite suite = new Suite(policy);
    return compiled.tests().stream().map(suite::run).filter(result -> !result.passed()).findFirst();
  }

  private static Finding tested(Mistake mistake, Span expected, TestResult result) {
    Failure failure = result.failure().orElseThrow();
    Underlined underlined =
        isAt(expected, failure.place())
            ? Underlined.WITHIN
            : failure.receipt().stream()
                    .flatMap(reason -> reason.at().stream())
                    .anyMatch(place -> isAt(expected, place))
                ? Underlined.RELATED
                : Underlined.ELSEWHERE;
    String said =
        "%s: %s expected, but %s".formatted(result.name(), failure.expected(), failure.actual());
    return new Finding(mistake, By.TESTS, said, 1, underlined);
  }

  /** A receipt shows whole lines. */
  private static boolean isAt(Span expected, Place place) {
    return expected.file().equals(place.file())
        && expected.start().line() <= place.line()
        && place.line() <= expected.end().line();
  }
}
