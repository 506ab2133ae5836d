package dev.tollgate.grammar.parse;

import dev.tollgate.grammar.diagnostic.SourceText;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.misc.Interval;

/**
 * A text for the lexer, counted in UTF-16 units as spans and editors count; ANTLR's own streams
 * count code points.
 *
 * <p>Letters beyond ASCII all look alike to the lexer, and so do marks and digits; they are
 * themselves in {@link #getText}. The lexer would otherwise begin each run of the program with the
 * making of tables of all the letters in the world, which takes longer than to read a folder.
 */
final class Utf16Stream implements CharStream {

  /** What the grammar has for letters, and for what else may go on a name. */
  private static final char LETTER = '\u00aa';

  private static final char PART = '\u0300';

  private final String name;
  private final String text;
  private int index;

  Utf16Stream(SourceText source) {
    this.name = source.name();
    this.text = source.text();
  }

  @Override
  public void consume() {
    if (index == text.length()) {
      throw new IllegalStateException("consume at the end of " + name);
    }
    index++;
  }

  @Override
  public int LA(int ahead) {
    int at = ahead < 0 ? index + ahead : index + ahead - 1;
    return ahead == 0 || at < 0 || at >= text.length() ? EOF : seen(text.charAt(at));
  }

  private static char seen(char unit) {
    if (unit < 0x80) {
      return unit;
    }
    return switch (Character.getType(unit)) {
      case Character.UPPERCASE_LETTER,
          Character.LOWERCASE_LETTER,
          Character.TITLECASE_LETTER,
          Character.MODIFIER_LETTER,
          Character.OTHER_LETTER ->
          LETTER;
      case Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.DECIMAL_DIGIT_NUMBER ->
          PART;
      default -> unit;
    };
  }

  @Override
  public int mark() {
    return -1;
  }

  @Override
  public void release(int marker) {}

  @Override
  public int index() {
    return index;
  }

  @Override
  public void seek(int to) {
    index = Math.min(to, text.length());
  }

  @Override
  public int size() {
    return text.length();
  }

  @Override
  public String getSourceName() {
    return name;
  }

  @Override
  public String getText(Interval interval) {
    int end = Math.min(interval.b + 1, text.length());
    return interval.a >= end ? "" : text.substring(interval.a, end);
  }

  @Override
  public String toString() {
    return text;
  }
}
