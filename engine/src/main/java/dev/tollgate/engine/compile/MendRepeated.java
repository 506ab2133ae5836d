package dev.tollgate.engine.compile;

import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.diagnostic.Related;
import dev.tollgate.grammar.diagnostic.SourceText;
import dev.tollgate.grammar.diagnostic.Span;
import dev.tollgate.grammar.tree.SourceTree;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lets a clause go that says again, word for word, what another has said. */
final class MendRepeated implements Stage {

  private static final Set<DiagnosticCode> REPETITIONS =
      EnumSet.of(
          DiagnosticCode.SAID_TWICE,
          DiagnosticCode.DECLARED_TWICE,
          DiagnosticCode.ALLOTMENTS_OVERLAP,
          DiagnosticCode.HIDDEN_LINE);

  @Override
  public void run(Draft draft) {
    Map<String, SourceText> sources = new HashMap<>();
    for (SourceTree tree : draft.trees) {
      sources.put(tree.source().name(), tree.source());
    }
    draft.findings.replaceAll(found -> mended(found, sources));
  }

  private static Diagnostic mended(Diagnostic found, Map<String, SourceText> sources) {
    if (!REPETITIONS.contains(found.code()) || found.fix().isPresent()) {
      return found;
    }
    Optional<WrittenClause> second = clause(found.span(), sources);
    for (Related first : found.related()) {
      Optional<WrittenClause> same =
          second.filter(
              clause -> clause(first.span(), sources).filter(clause::repeats).isPresent());
      if (same.isPresent()) {
        return found.withFix(same.get().lines(), "");
      }
    }
    return found;
  }

  private static Optional<WrittenClause> clause(Span span, Map<String, SourceText> sources) {
    return Optional.ofNullable(sources.get(span.file()))
        .flatMap(source -> WrittenClause.at(source, span));
  }
}
