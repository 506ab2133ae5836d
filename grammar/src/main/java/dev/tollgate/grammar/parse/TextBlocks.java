package dev.tollgate.grammar.parse;

/** How a text of several lines is written: as it is, between lines that end and begin with it. */
final class TextBlocks {

  /** What opens and closes such a text. */
  static final String QUOTES = "\"\"\"";

  private TextBlocks() {}

  /** The text between the quotes; the line that opens it is not part of it. */
  static String inside(String written) {
    boolean closed = written.length() >= 2 * QUOTES.length() && written.endsWith(QUOTES);
    String inside =
        written.substring(QUOTES.length(), written.length() - (closed ? QUOTES.length() : 0));
    int lineEnd = inside.indexOf('\n');
    boolean opens = lineEnd >= 0 && inside.substring(0, lineEnd).isBlank();
    return opens ? inside.substring(lineEnd + 1) : inside;
  }
}
