package dev.tollgate.grammar.format;

import dev.tollgate.grammar.diagnostic.SourceText;
import dev.tollgate.grammar.parse.Parsed;
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
   * out either. Lines end with LF.
   *
   * @throws IllegalStateException if the layout would say something else than the text, leave out a
   *     comment, or have another layout itself, which is a fault of this program
   */
  public static Optional<String> format(SourceText source) {
    Parsed parsed = SourceParser.parse(source);
    if (parsed.hasErrors()) {
      return Optional.empty();
    }
    List<Lexeme> lexemes = SourceParser.lexemes(source);
    String formatted = format(lexemes);
    if (!formatted.equals(source.text())) {
      check(parsed, lexemes, SourceText.of(source.name(), formatted));
    }
    return Optional.of(formatted);
  }

  /** The layout of the pieces of a text without errors. */
  static String format(List<Lexeme> lexemes) {
    List<Line> lines = new LineSplitter().split(lexemes);
    return new Layout().print(lines);
  }

  private static void check(Parsed before, List<Lexeme> lexemes, SourceText formatted) {
    Parsed after = SourceParser.parse(formatted);
    List<Lexeme> again = SourceParser.lexemes(formatted);
    if (after.hasErrors()
        || !after.tree().saysTheSameAs(before.tree())
        || !Meaning.of(again).equals(Meaning.of(lexemes))) {
      throw new IllegalStateException(
          "the layout of " + formatted.name() + " changes what it says");
    }
    if (!format(again).equals(formatted.text())) {
      throw new IllegalStateException("the layout of " + formatted.name() + " is not its own");
    }
  }
}
