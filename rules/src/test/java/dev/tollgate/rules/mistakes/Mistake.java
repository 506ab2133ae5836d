package dev.tollgate.rules.mistakes;

import dev.tollgate.grammar.diagnostic.SourceText;
import dev.tollgate.grammar.diagnostic.Span;
import java.util.List;

/**
 * A mistake that somebody might make in the rule files.
 *
 * @param kind what it has in common with others
 * @param name what was done, as a sentence
 * @param edits the changes, one after the other
 * @param marked the one of them where a person would underline
 * @param start where a person would begin, in what that one comes to
 * @param end where they would end; the same as {@code start} where something is missing
 */
record Mistake(String kind, String name, List<Edit> edits, Edit marked, int start, int end) {

  Mistake {
    edits = List.copyOf(edits);
  }

  /** The rule files with the mistake in them. */
  List<SourceText> in(List<SourceText> sources) {
    List<SourceText> mistaken = sources;
    for (Edit edit : edits) {
      mistaken = edit.in(mistaken);
    }
    return mistaken;
  }

  /** What a person would underline in the files with the mistake. */
  Span underlined(List<SourceText> mistaken) {
    int at = new Edit(marked.file(), marked.after(), marked.after()).offset(mistaken);
    return mistaken.stream()
        .filter(source -> source.name().equals(marked.file()))
        .map(source -> source.span(at + start, at + end))
        .findFirst()
        .orElseThrow();
  }
}
