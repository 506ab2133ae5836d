package dev.tollgate.engine.compile;

import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.diagnostic.Related;
import dev.tollgate.grammar.diagnostic.Span;
import dev.tollgate.grammar.tree.Declaration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Takes out what was found by comparing lines one of which has a date that does not exist: nobody
 * knows which was meant.
 */
final class DropMisdated implements Stage {

  private static final Set<DiagnosticCode> NO_TIME =
      EnumSet.of(DiagnosticCode.NO_SUCH_DATE, DiagnosticCode.NO_SUCH_MOMENT);

  /** The dates stand in the lines that are shown. */
  private static final Set<DiagnosticCode> OF_LINES =
      EnumSet.of(
          DiagnosticCode.ALLOTMENTS_OVERLAP,
          DiagnosticCode.HIDDEN_LINE,
          DiagnosticCode.NEVER_HOLDS,
          DiagnosticCode.VERSIONS_OVERLAP,
          DiagnosticCode.GAP_BETWEEN_VERSIONS,
          DiagnosticCode.ENDS_BEFORE_IT_BEGINS,
          DiagnosticCode.NOT_AN_EARLIER_VERSION);

  /** The dates stand anywhere in the declarations that are shown. */
  private static final Set<DiagnosticCode> OF_DECLARATIONS =
      EnumSet.of(
          DiagnosticCode.ALLOTMENT_GAP, DiagnosticCode.CONTRACTS_CLASH, DiagnosticCode.RULES_CLASH);

  @Override
  public void run(Draft draft) {
    List<Span> dates = draft.findings.places(NO_TIME);
    if (!dates.isEmpty()) {
      draft.findings.removeIf(
          found ->
              dates.stream()
                  .anyMatch(
                      date -> places(found).anyMatch(place -> reaches(draft, found, place, date))));
    }
  }

  private static Stream<Span> places(Diagnostic found) {
    return Stream.concat(Stream.of(found.span()), found.related().stream().map(Related::span));
  }

  private static boolean reaches(Draft draft, Diagnostic found, Span place, Span date) {
    if (OF_LINES.contains(found.code())) {
      return place.place().equals(date.place());
    }
    return OF_DECLARATIONS.contains(found.code())
        && draft.declarations().stream()
            .map(Declaration::span)
            .anyMatch(span -> contains(span, place) && contains(span, date));
  }

  private static boolean contains(Span outer, Span inner) {
    return outer.file().equals(inner.file())
        && outer.start().offset() <= inner.start().offset()
        && inner.end().offset() <= outer.end().offset();
  }
}
