package dev.tollgate.engine.suite;

import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.Severity;
import dev.tollgate.grammar.tree.Expectation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Holds what is said of a text against all that a test expects of it. */
final class Said {

  private final List<Diagnostic> actual;
  private final List<Expectation.Diagnosed> expected = new ArrayList<>();

  Said(List<Diagnostic> actual, List<Expectation> together) {
    this.actual = actual;
    for (Expectation expectation : together) {
      if (expectation instanceof Expectation.Diagnosed diagnosed) {
        expected.add(diagnosed);
      }
    }
  }

  /** What is said instead; empty when each is expected and nothing else is said. */
  Optional<String> unmet() {
    List<Diagnostic> left = new ArrayList<>(actual);
    boolean found = true;
    for (Expectation.Diagnosed diagnosed : expected) {
      Optional<Diagnostic> match =
          left.stream().filter(each -> matches(each, diagnosed)).findFirst();
      match.ifPresent(left::remove);
      found = found && match.isPresent();
    }
    return found && left.isEmpty() ? Optional.empty() : Optional.of(text());
  }

  private static boolean matches(Diagnostic actual, Expectation.Diagnosed expected) {
    return actual.code().code().equals(expected.code().text())
        && expected
            .line()
            .map(line -> line.value().intValueExact() == actual.span().line())
            .orElse(true);
  }

  private String text() {
    return actual.isEmpty()
        ? "no diagnostics"
        : actual.stream().map(Said::text).collect(Collectors.joining(", "));
  }

  private static String text(Diagnostic diagnostic) {
    String severity = diagnostic.severity() == Severity.ERROR ? "error" : "warning";
    return "%s %s at line %d"
        .formatted(severity, diagnostic.code().code(), diagnostic.span().line());
  }
}
