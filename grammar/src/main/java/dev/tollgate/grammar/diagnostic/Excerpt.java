package dev.tollgate.grammar.diagnostic;

/**
 * A line of a text made fit for a terminal, and where in it a span stands.
 *
 * @param line the line with tabs as spaces and, when it is long, only the part around the span
 * @param indent terminal cells before the span
 * @param width terminal cells of the span, at least 1; of a longer span those of its first line
 */
record Excerpt(String line, int indent, int width) {

  private static final int TAB = 4;
  private static final int LONGEST = 120;
  private static final int BEFORE = 40;
  private static final String CUT = "…";

  static Excerpt of(SourceText source, Span span) {
    String whole = source.line(span.line());
    int start = Math.min(span.column() - 1, whole.length());
    int end = span.end().line() == span.line() ? span.end().column() - 1 : whole.length();
    end = Math.max(start, Math.min(end, whole.length()));
    if (whole.length() <= LONGEST) {
      return shown(whole, start, end, "", "");
    }
    int from = wholeCharacter(whole, Math.max(0, start - BEFORE));
    int to = wholeCharacter(whole, Math.min(whole.length(), from + LONGEST));
    String head = from > 0 ? CUT : "";
    String tail = to < whole.length() ? CUT : "";
    return shown(whole.substring(from, to), start - from, Math.min(end, to) - from, head, tail);
  }

  private static Excerpt shown(String line, int start, int end, String head, String tail) {
    String before = visible(line.substring(0, start));
    String marked = visible(line.substring(start, end));
    String after = visible(line.substring(end));
    return new Excerpt(
        (head + before + marked + after).stripTrailing() + tail,
        head.length() + cells(before),
        Math.max(1, cells(marked)));
  }

  /** The index, or the one after it when it would cut a character of two units in half. */
  private static int wholeCharacter(String text, int index) {
    boolean inside =
        index > 0
            && index < text.length()
            && Character.isLowSurrogate(text.charAt(index))
            && Character.isHighSurrogate(text.charAt(index - 1));
    return inside ? index + 1 : index;
  }

  /** Tabs as spaces, and control characters, which could rule the terminal, as a sign. */
  private static String visible(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (c == '\t') {
                out.append(" ".repeat(TAB));
              } else if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
                out.append('\uFFFD');
              } else {
                out.appendCodePoint(c);
              }
            });
    return out.toString();
  }

  private static int cells(String text) {
    return text.codePoints().map(Excerpt::cells).sum();
  }

  private static int cells(int character) {
    int type = Character.getType(character);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    return isWide(character) ? 2 : 1;
  }

  /** East Asian wide and full-width blocks and pictographs, which terminals draw two cells wide. */
  private static boolean isWide(int c) {
    return (c >= 0x1100 && c <= 0x115F)
        || (c >= 0x2E80 && c <= 0xA4CF)
        || (c >= 0xAC00 && c <= 0xD7A3)
        || (c >= 0xF900 && c <= 0xFAFF)
        || (c >= 0xFE30 && c <= 0xFE6F)
        || (c >= 0xFF00 && c <= 0xFF60)
        || (c >= 0xFFE0 && c <= 0xFFE6)
        || (c >= 0x1F300 && c <= 0x1FAFF)
        || (c >= 0x20000 && c <= 0x3FFFD);
  }
}
