package dev.tollgate.grammar.format;

import dev.tollgate.grammar.tree.Lexeme;

/** The canonical spelling of single lexemes. */
final class Spelling {

  private static final int GROUP = 3;

  private Spelling() {}

  static String of(Lexeme lexeme) {
    return switch (lexeme.kind()) {
      case NUMBER -> grouped(lexeme.text());
      case SIGN -> sign(lexeme.text());
      default -> lexeme.text();
    };
  }

  private static String sign(String text) {
    return switch (text) {
      case "*" -> "×";
      case "/" -> "÷";
      case "≥" -> ">=";
      case "≤" -> "<=";
      default -> text;
    };
  }

  /** Digits in groups of three: `5000.25` is `5_000.25`. */
  private static String grouped(String number) {
    int point = number.indexOf('.');
    String whole = point < 0 ? number : number.substring(0, point);
    StringBuilder digits = new StringBuilder(whole.replace("_", ""));
    for (int i = digits.length() - GROUP; i > 0; i -= GROUP) {
      digits.insert(i, '_');
    }
    return point < 0 ? digits.toString() : digits + number.substring(point);
  }
}
