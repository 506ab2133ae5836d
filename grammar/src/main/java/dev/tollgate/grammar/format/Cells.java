package dev.tollgate.grammar.format;

import dev.tollgate.grammar.tree.Lexeme;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Cuts the lexemes of one line into cells, from left to right. */
final class Cells {

  /** Behind all others: what is accepted at the end of a line. */
  private static final int ACCEPTS = 100;

  private static final int ACCEPT_GAP = 2;

  private final List<Lexeme> lexemes;
  private final List<Cell> cells = new ArrayList<>();
  private int next;

  Cells(List<Lexeme> lexemes) {
    this.lexemes = lexemes;
  }

  /** The word some places further on, or nothing behind the end. */
  String peek(int ahead) {
    return next + ahead < lexemes.size() ? lexemes.get(next + ahead).text() : "";
  }

  Lexeme.Kind kind(int ahead) {
    return next + ahead < lexemes.size() ? lexemes.get(next + ahead).kind() : Lexeme.Kind.NEWLINE;
  }

  /** The next so many lexemes as one cell. */
  Cells take(int count, int column, int gap) {
    int end = Math.min(next + count, lexemes.size());
    if (end > next) {
      cells.add(new Cell(column, gap, Spacing.joined(lexemes.subList(next, end))));
      next = end;
    }
    return this;
  }

  /** All lexemes before the first of some words as one cell, or all that are left. */
  Cells upTo(Set<String> words, int column, int gap) {
    int count = 0;
    int brackets = 0;
    while (next + count < lexemes.size()) {
      String word = peek(count);
      if (brackets == 0 && count > 0 && (words.contains(word) || isAccept(count))) {
        break;
      }
      brackets += word.equals("(") ? 1 : word.equals(")") ? -1 : 0;
      count++;
    }
    boolean there = count > 0 && !words.contains(peek(0)) && !isAccept(0);
    return there ? take(count, column, gap) : this;
  }

  /** All that is left as one cell, but what is accepted in the last column. */
  List<Cell> rest(int column, int gap) {
    upTo(Set.of(), column, gap);
    take(lexemes.size() - next, ACCEPTS, ACCEPT_GAP);
    return cells;
  }

  private boolean isAccept(int ahead) {
    return peek(ahead).equals("accept") && kind(ahead + 2) == Lexeme.Kind.TEXT;
  }
}
