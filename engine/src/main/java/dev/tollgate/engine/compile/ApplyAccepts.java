package dev.tollgate.engine.compile;

import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.diagnostic.Severity;
import dev.tollgate.grammar.diagnostic.Span;
import dev.tollgate.grammar.tree.Accept;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Takes out the warnings that the text accepts, and says which accepts have nothing to accept. */
final class ApplyAccepts implements Stage {

  @Override
  public void run(Draft draft) {
    // An accept that could not be read takes its warning with it.
    draft.findings.removeIf(
        found -> found.severity() == Severity.WARNING && draft.isDamaged(found.code().code()));
    for (Accept accept : draft.accepts()) {
      if (accept.reason().value().isBlank()) {
        draft.findings.add(
            DiagnosticCode.SAYS_NOTHING, accept.reason().span(), "an accept says why");
      }
      boolean matched = draft.findings.removeIf(warning -> isAccepted(accept, warning));
      // A line that is wrong may hide a warning that would have been there.
      if (!matched && !draft.findings.hasErrors()) {
        draft.findings.add(nothing(accept, warningOf(draft, accept)));
      }
    }
  }

  /** The code of the warning that its line has, which is then not said for itself. */
  private static Optional<String> warningOf(Draft draft, Accept accept) {
    List<Diagnostic> here =
        draft.findings.sorted().stream()
            .filter(found -> contains(accept.clause(), found.span()))
            .toList();
    here.stream().limit(1).forEach(meant -> draft.findings.removeIf(meant::equals));
    return here.stream().findFirst().map(meant -> meant.code().code());
  }

  private static boolean isAccepted(Accept accept, Diagnostic warning) {
    return warning.severity() == Severity.WARNING
        && warning.code().code().equals(accept.code().text())
        && contains(accept.clause(), warning.span());
  }

  private static boolean contains(Span clause, Span span) {
    return clause.file().equals(span.file())
        && clause.start().offset() <= span.start().offset()
        && span.end().offset() <= clause.end().offset();
  }

  private static Diagnostic nothing(Accept accept, Optional<String> meant) {
    String code = accept.code().text();
    List<String> codes = Arrays.stream(DiagnosticCode.values()).map(DiagnosticCode::code).toList();
    String fact = "this line has no warning `%s`";
    if (!codes.contains(code)) {
      fact = "`%s` is not the code of a warning";
    } else if (!code.startsWith("W")) {
      fact = "`%s` is an error, and only warnings can be accepted";
    }
    Diagnostic found =
        Diagnostic.of(DiagnosticCode.ACCEPTS_NOTHING, accept.code().span(), fact.formatted(code));
    return meant
        .map(warning -> found.withHint("its warning is `%s`".formatted(warning)))
        .orElse(found);
  }
}
