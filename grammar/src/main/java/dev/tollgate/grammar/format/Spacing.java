package dev.tollgate.grammar.format;

import dev.tollgate.grammar.tree.Lexeme;
import java.util.List;

/** Joins lexemes with the blanks that stand between them. */
final class Spacing {

  private Spacing() {}

  /** One blank between two, but none inside brackets and before `,`, `:` and `%`. */
  static String joined(List<Lexeme> lexemes) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < lexemes.size(); i++) {
      if (i > 0 && isApart(lexemes, i)) {
        out.append(' ');
      }
      out.append(Spelling.of(lexemes.get(i)));
    }
    return out.toString();
  }

  private static boolean isApart(List<Lexeme> lexemes, int index) {
    String before = lexemes.get(index - 1).text();
    return switch (lexemes.get(index).text()) {
      case ",", ":", "%", ")", "]" -> false;
      // A block's brace is never followed or preceded by anything but its header.
      case "}" -> false;
      default ->
          switch (before) {
            case "(", "[", "-" -> false;
            case "{" -> false;
            default -> true;
          };
    };
  }
}
