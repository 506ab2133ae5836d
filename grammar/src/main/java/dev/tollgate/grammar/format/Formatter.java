package dev.tollgate.grammar.format;

import dev.tollgate.grammar.diagnostic.SourceText;
import dev.tollgate.grammar.parse.SourceParser;
import dev.tollgate.grammar.tree.Lexeme;
import java.util.List;
import java.util.Optional;

/**
 * Gives a text its canonical layout: two blanks for each block, clauses of one kind in columns,
 * digits in groups of three, comments and single blank lines where they were. Thread safe.
 */
public final class Formatter {

  private Formatter() {}

  /**
   * The text in its canonical layout, empty when it has errors: what cannot be read cannot be laid
   * out either.
   *
   * @throws IllegalStateException if the layout would say something else than the text, which is a
   *     fault of this program
   */
  public static Optional<String> format(SourceText source) {
    if (SourceParser.parse(source).hasErrors()) {
      return Optional.empty();
    }
    List<Lexeme> lexemes = SourceParser.lexemes(source);
    String formatted = format(lexemes);
    List<Lexeme> again = SourceParser.lexemes(SourceText.of(source.name(), formatted));
    if (!Meaning.of(lexemes).equals(Meaning.of(again))) {
      throw new IllegalStateException("the layout of " + source.name() + " changes what it says");
    }
    return Optional.of(formatted);
  }

  /** The layout of the pieces of a text without errors. */
  static String format(List<Lexeme> lexemes) {
    List<Line> lines = new LineSplitter().split(lexemes);
    return new Layout().print(lines);
  }
}
