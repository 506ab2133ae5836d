package dev.tollgate.grammar.parse;

import java.util.OptionalInt;

/** How a quoted text is written: in double quotes, with `\"`, `\\`, `\n`, `\t` and `\\u00e9`. */
final class Quotes {

  private static final int UNICODE_DIGITS = 4;

  private Quotes() {}

  /** The text without quotes and escapes; an escape that does not exist stands as it is. */
  static String undone(String written) {
    boolean closed = written.length() > 1 && isQuote(written.charAt(written.length() - 1));
    String inner = written.substring(1, written.length() - (closed ? 1 : 0));
    if (inner.indexOf('\\') < 0) {
      return inner;
    }
    StringBuilder out = new StringBuilder(inner.length());
    int i = 0;
    while (i < inner.length()) {
      int length = inner.charAt(i) == '\\' ? escapeLength(inner, i) : 1;
      out.append(length > 1 ? escaped(inner, i) : inner.charAt(i));
      i += length;
    }
    return out.toString();
  }

  /** Where in a written text the first escape stands that does not exist. */
  static OptionalInt firstUnknownEscape(String written) {
    int i = 0;
    while (i < written.length()) {
      int length = 1;
      if (written.charAt(i) == '\\') {
        length = escapeLength(written, i);
        if (length == 1) {
          return OptionalInt.of(i);
        }
      }
      i += length;
    }
    return OptionalInt.empty();
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\'' || c == '“' || c == '”';
  }

  /** The length of the escape at a backslash, 1 when there is none of that name. */
  private static int escapeLength(String text, int backslash) {
    if (backslash + 1 == text.length()) {
      return 1;
    }
    char kind = text.charAt(backslash + 1);
    if (kind == 'u') {
      int end = backslash + 2 + UNICODE_DIGITS;
      boolean digits =
          end <= text.length()
              && text.substring(backslash + 2, end)
                  .chars()
                  .allMatch(c -> c < 128 && Character.digit(c, 16) >= 0);
      return digits ? 2 + UNICODE_DIGITS : 1;
    }
    return "\"\\nt".indexOf(kind) >= 0 ? 2 : 1;
  }

  private static char escaped(String text, int backslash) {
    char kind = text.charAt(backslash + 1);
    return switch (kind) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'u' ->
          (char)
              Integer.parseInt(text.substring(backslash + 2, backslash + 2 + UNICODE_DIGITS), 16);
      default -> kind;
    };
  }
}
