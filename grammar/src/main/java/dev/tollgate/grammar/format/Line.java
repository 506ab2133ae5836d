package dev.tollgate.grammar.format;

import dev.tollgate.grammar.tree.Lexeme;
import java.util.List;
import java.util.Optional;

/**
 * A line of the layout.
 *
 * @param place the block it stands in
 * @param lexemes its words and signs; none of them and no comment is a blank line
 * @param comment the comment at its end, or all of it
 * @param first whether a clause begins in it, and not only goes on
 * @param hang columns it is set in below the clause that it goes on from; 0 where one begins
 * @param whole whether its clause begins and ends in it
 */
record Line(
    Place place,
    List<Lexeme> lexemes,
    Optional<Lexeme> comment,
    boolean first,
    int hang,
    boolean whole) {

  Line {
    lexemes = List.copyOf(lexemes);
  }

  boolean isBlank() {
    return lexemes.isEmpty() && comment.isEmpty();
  }

  boolean isComment() {
    return lexemes.isEmpty() && comment.isPresent();
  }

  /** The word it begins with, or nothing. */
  String firstWord() {
    return lexemes.isEmpty() ? "" : lexemes.get(0).text();
  }
}
