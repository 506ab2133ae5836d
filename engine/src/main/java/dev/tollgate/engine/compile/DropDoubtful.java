package dev.tollgate.engine.compile;

import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.tree.SourceTree;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes out what may be untrue, because what would tell is wrong or could not be read. */
final class DropDoubtful implements Stage {

  /** That nothing uses a name or a line: a line that is wrong may have meant to. */
  private static final Set<DiagnosticCode> NEVER_USED =
      EnumSet.of(
          DiagnosticCode.SEAT_NEVER_COUNTED,
          DiagnosticCode.NEVER_USED,
          DiagnosticCode.NO_EFFECT,
          DiagnosticCode.PRODUCT_WITHOUT_TESTS);

  /** That nobody declares a name: what could not be read may have. */
  private static final Set<DiagnosticCode> NEVER_DECLARED =
      EnumSet.of(
          DiagnosticCode.UNKNOWN_PRODUCT,
          DiagnosticCode.UNKNOWN_QUOTA,
          DiagnosticCode.UNKNOWN_EDITION,
          DiagnosticCode.UNKNOWN_CALL,
          DiagnosticCode.UNKNOWN_SEAT,
          DiagnosticCode.UNKNOWN_FACT,
          DiagnosticCode.UNKNOWN_SUBJECT,
          DiagnosticCode.UNKNOWN_KEY,
          DiagnosticCode.UNKNOWN_UNIT,
          DiagnosticCode.UNKNOWN_ADD_ON,
          DiagnosticCode.UNKNOWN_VERSION,
          DiagnosticCode.UNKNOWN_RULE,
          DiagnosticCode.UNKNOWN_TITLE,
          DiagnosticCode.PATTERN_MATCHES_NOTHING);

  /** That a block lacks a line: it may have stood where the file breaks off. */
  private static final Set<DiagnosticCode> NEVER_SAID =
      EnumSet.of(
          DiagnosticCode.EDITION_NOT_ALLOTTED,
          DiagnosticCode.ALLOTMENT_GAP,
          DiagnosticCode.CALL_NOT_PRICED,
          DiagnosticCode.CLAUSE_MISSING,
          DiagnosticCode.SAYS_NOTHING);

  @Override
  public void run(Draft draft) {
    Findings findings = draft.findings;
    List<SourceTree> brokenOff = draft.trees.stream().filter(SourceTree::breaksOff).toList();
    if (draft.filesMissing || !brokenOff.isEmpty()) {
      findings.removeIf(DropDoubtful::isNeverDeclared);
    }
    Set<String> files =
        brokenOff.stream().map(tree -> tree.source().name()).collect(Collectors.toSet());
    findings.removeIf(
        found -> NEVER_SAID.contains(found.code()) && files.contains(found.span().file()));
    if (findings.hasErrors()) {
      findings.removeIf(found -> NEVER_USED.contains(found.code()));
    }
  }

  /** A name like one that there is is misspelt, whatever else there may be. */
  private static boolean isNeverDeclared(Diagnostic found) {
    return NEVER_DECLARED.contains(found.code())
        && found.fix().isEmpty()
        && found.related().isEmpty();
  }
}
