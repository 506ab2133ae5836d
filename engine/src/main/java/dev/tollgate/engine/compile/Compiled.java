package dev.tollgate.engine.compile;

import dev.tollgate.engine.policy.Policy;
import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.Severity;
import dev.tollgate.grammar.diagnostic.SourceText;
import java.util.List;
import java.util.Optional;

/**
 * What came of compiling a set of files.
 *
 * @param policy present if and only if no diagnostic is an error
 * @param diagnostics in the order of their places; warnings that the text accepts are left out
 * @param tests in the order of the files
 * @param checks in the order of the files
 * @param sources the texts, in the order of their names, for printing
 */
public record Compiled(
    Optional<Policy> policy,
    List<Diagnostic> diagnostics,
    List<WrittenTest> tests,
    List<WrittenCheck> checks,
    List<SourceText> sources) {

  public Compiled {
    diagnostics = List.copyOf(diagnostics);
    tests = List.copyOf(tests);
    checks = List.copyOf(checks);
    sources = List.copyOf(sources);
    if (policy.isPresent() == hasErrors(diagnostics)) {
      throw new IllegalArgumentException("there is a policy exactly when there is no error");
    }
  }

  static boolean hasErrors(List<Diagnostic> diagnostics) {
    return diagnostics.stream().anyMatch(found -> found.severity() == Severity.ERROR);
  }
}
