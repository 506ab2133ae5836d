package dev.tollgate.engine.compile;

import dev.tollgate.grammar.diagnostic.SourceText;
import dev.tollgate.grammar.diagnostic.Span;
import dev.tollgate.grammar.parse.SourceParser;
import dev.tollgate.grammar.tree.Lexeme;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A clause as it stands in the text: the line in which it begins, and those of its block.
 *
 * @param lines all of its lines, with their ends
 * @param words its words and signs
 */
record WrittenClause(Span lines, List<String> words) {

  private static final Set<String> GO_ON = Set.of("plus", "status", "header", "body");

  WrittenClause {
    words = List.copyOf(words);
  }

  /**
   * The clause that begins in the line of a span. Empty when it cannot go as it is: there is a
   * comment in it, lines go on from it, or another clause stands in its lines.
   */
  static Optional<WrittenClause> at(SourceText source, Span span) {
    List<Lexeme> lexemes = SourceParser.lexemes(source);
    int first = 0;
    while (first < lexemes.size() && lexemes.get(first).span().line() < span.line()) {
      first++;
    }
    int next = first;
    int open = 0;
    List<String> words = new ArrayList<>();
    while (next < lexemes.size() && (open > 0 || !endsLine(lexemes.get(next)))) {
      Lexeme lexeme = lexemes.get(next++);
      if (lexeme.kind() == Lexeme.Kind.COMMENT) {
        return Optional.empty();
      }
      open += "{([".contains(lexeme.text()) ? 1 : "})]".contains(lexeme.text()) ? -1 : 0;
      words.add(lexeme.text());
    }
    boolean whole = open == 0 && next < lexemes.size() && isWhole(lexemes, first, next);
    Span end = lexemes.get(Math.min(next, lexemes.size() - 1)).span();
    int start = span.start().offset() - span.column() + 1;
    return whole
        ? Optional.of(new WrittenClause(source.span(start, end.end().offset()), words))
        : Optional.empty();
  }

  /** Whether it says the same as another one that stands elsewhere. */
  boolean repeats(WrittenClause other) {
    return words.equals(other.words) && !lines.equals(other.lines);
  }

  private static boolean endsLine(Lexeme lexeme) {
    return lexeme.kind() == Lexeme.Kind.NEWLINE;
  }

  private static boolean isWhole(List<Lexeme> lexemes, int first, int end) {
    boolean goesOnAbove = first > 1 && lexemes.get(first - 2).text().equals(",");
    boolean goesOn = lexemes.get(end - 1).text().equals(",");
    boolean goesOnBelow = end + 1 < lexemes.size() && GO_ON.contains(lexemes.get(end + 1).text());
    return !goesOnAbove && !goesOn && !goesOnBelow;
  }
}
