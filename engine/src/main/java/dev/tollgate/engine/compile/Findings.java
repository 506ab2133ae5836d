package dev.tollgate.engine.compile;

import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.diagnostic.Severity;
import dev.tollgate.grammar.diagnostic.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** What was found so far. Each fault is found by one stage, so nothing here is said twice. */
final class Findings {

  /** As many errors are shown, and one more that says so. */
  static final int MOST = 100;

  private final Set<Diagnostic> found = new LinkedHashSet<>();

  /** What is wrong in each of the tests that one table makes is wrong once. */
  void add(Diagnostic diagnostic) {
    found.add(diagnostic);
  }

  void addAll(Collection<Diagnostic> diagnostics) {
    found.addAll(diagnostics);
  }

  /** Adds a plain one. */
  void add(DiagnosticCode code, Span span, String message) {
    add(Diagnostic.of(code, span, message));
  }

  /** Whether a kind of fault was found at a place. */
  boolean has(DiagnosticCode code, Span span) {
    return found.stream().anyMatch(each -> each.code() == code && each.span().equals(span));
  }

  boolean hasErrors() {
    return found.stream().anyMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
  }

  /** Puts something in the place of each. */
  void replaceAll(UnaryOperator<Diagnostic> change) {
    List<Diagnostic> changed = found.stream().map(change).toList();
    found.clear();
    found.addAll(changed);
  }

  /** Where these were found. */
  List<Span> places(Set<DiagnosticCode> codes) {
    return found.stream()
        .filter(diagnostic -> codes.contains(diagnostic.code()))
        .map(Diagnostic::span)
        .toList();
  }

  /** Takes out what is of a kind; whether there was any. */
  boolean removeIf(Predicate<Diagnostic> kind) {
    return found.removeIf(kind);
  }

  /** In the order of their places; of very many errors the first, and then no warnings. */
  List<Diagnostic> sorted() {
    List<Diagnostic> sorted = new ArrayList<>(found);
    sorted.sort(Diagnostic.BY_PLACE);
    List<Diagnostic> errors = of(sorted, Severity.ERROR);
    // One more is as short as saying that there is one, and may say itself that there are others.
    if (errors.size() <= MOST + 1) {
      return sorted;
    }
    Span end = errors.get(MOST).span();
    List<Diagnostic> shown = new ArrayList<>(errors.subList(0, MOST));
    shown.add(
        Diagnostic.of(
            DiagnosticCode.TOO_MANY_ERRORS,
            end,
            "%d more errors from here on are not shown".formatted(errors.size() - MOST)));
    return shown;
  }

  private static List<Diagnostic> of(List<Diagnostic> diagnostics, Severity severity) {
    return diagnostics.stream().filter(each -> each.severity() == severity).toList();
  }
}
