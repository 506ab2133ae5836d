package dev.tollgate.server.command;

import java.util.List;

/** Text in a comment of a pull request. */
final class Markdown {

  private static final String SIGNS = "\\`*_{}[]<>#|~";

  private Markdown() {}

  /** The text as it is, whatever signs are in it: names of accounts are anybody's. */
  static String plain(String text) {
    StringBuilder escaped = new StringBuilder();
    for (int at = 0; at < text.length(); at++) {
      char sign = text.charAt(at);
      boolean inWord =
          sign == '_'
              && at > 0
              && at + 1 < text.length()
              && Character.isLetterOrDigit(text.charAt(at - 1))
              && Character.isLetterOrDigit(text.charAt(at + 1));
      escaped.append(SIGNS.indexOf(sign) >= 0 && !inWord ? "\\" : "").append(sign);
    }
    return escaped.toString();
  }

  /** Lines as they are, whatever quotes are in them; in two colours where they came and went. */
  static String block(List<String> lines) {
    String fence = "```";
    while (String.join("\n", lines).contains(fence)) {
      fence += "`";
    }
    boolean diff = lines.stream().anyMatch(line -> line.startsWith("+ ") || line.startsWith("- "));
    return fence + (diff ? "diff\n" : "\n") + String.join("\n", lines) + "\n" + fence + "\n";
  }
}
