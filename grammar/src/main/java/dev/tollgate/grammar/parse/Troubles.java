package dev.tollgate.grammar.parse;

import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.diagnostic.Position;
import dev.tollgate.grammar.diagnostic.SourceText;
import dev.tollgate.grammar.diagnostic.Span;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Collects what is wrong with one text, up to a bound. A line with a fault in it is not said to be
 * wrong a second time for what is most likely its consequence.
 */
final class Troubles {

  /** As many as are reported; one more says that there are more. */
  static final int MOST = 100;

  private final SourceText source;
  private final List<Diagnostic> found;
  private final BitSet troubledLines;
  private boolean more;

  Troubles(SourceText source) {
    this(source, new ArrayList<>(), new BitSet(), false);
  }

  private Troubles(SourceText source, List<Diagnostic> found, BitSet troubledLines, boolean more) {
    this.source = source;
    this.found = found;
    this.troubledLines = troubledLines;
    this.more = more;
  }

  /** The same findings so far; what is added to either from now on is not in the other. */
  Troubles copy() {
    return new Troubles(source, new ArrayList<>(found), (BitSet) troubledLines.clone(), more);
  }

  SourceText source() {
    return source;
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  /** A fault of its own. What is wrong in each of the tests of one table is wrong once. */
  void add(Diagnostic diagnostic) {
    troubledLines.set(diagnostic.span().line());
    if (found.contains(diagnostic)) {
      return;
    }
    if (found.size() < MOST) {
      found.add(diagnostic);
    } else {
      more = true;
    }
  }

  void add(DiagnosticCode code, Span span, String message) {
    add(Diagnostic.of(code, span, message));
  }

  /** Whether no more is reported; whoever asks has one more, and that is remembered. */
  boolean isFull() {
    more = more || found.size() == MOST;
    return more;
  }

  /** A line with a fault that is reported elsewhere. */
  void noteTrouble(int line) {
    troubledLines.set(line);
  }

  boolean isTroubled(int line) {
    return troubledLines.get(line);
  }

  /**
   * A fault that is left out when the line before it has one, of which it is most likely more: then
   * its own line counts as having one too.
   */
  void addUnlessBelowTrouble(Diagnostic diagnostic) {
    int line = diagnostic.span().line();
    if (isTroubled(line - 1)) {
      troubledLines.set(line);
    } else {
      addUnlessTroubled(line, diagnostic);
    }
  }

  /** A fault that is left out when a line from the given one to its own has one already. */
  void addUnlessTroubled(int firstLine, Diagnostic diagnostic) {
    int line = diagnostic.span().line();
    int troubled = troubledLines.nextSetBit(Math.min(firstLine, line));
    if (troubled < 0 || troubled > line) {
      add(diagnostic);
    }
  }

  /** All in the order of their places. */
  List<Diagnostic> diagnostics() {
    List<Diagnostic> sorted = new ArrayList<>(found);
    sorted.sort(Diagnostic.BY_PLACE);
    if (more) {
      Position end = source.position(source.text().length());
      sorted.add(
          Diagnostic.of(
              DiagnosticCode.TOO_MANY_ERRORS,
              new Span(source.name(), end, end),
              "more than " + MOST + " faults: the rest is not reported"));
    }
    return sorted;
  }
}
