package dev.tollgate.grammar.format;

import dev.tollgate.grammar.tree.Lexeme;
import java.util.ArrayList;
import java.util.List;

/**
 * What of a text must not change when its layout does: every word, sign and comment in its order.
 */
final class Meaning {

  private Meaning() {}

  /**
   * The texts of all lexemes with numbers and signs in their canonical form. Line ends count where
   * they end a clause: those beside a brace, a comma or another line end do not.
   */
  static List<String> of(List<Lexeme> lexemes) {
    List<String> meaning = new ArrayList<>(lexemes.size());
    String last = "\n";
    for (Lexeme lexeme : lexemes) {
      if (lexeme.kind() == Lexeme.Kind.COMMENT) {
        meaning.add(lexeme.text().stripTrailing());
        continue;
      }
      boolean newline = lexeme.kind() == Lexeme.Kind.NEWLINE;
      String text = newline ? "\n" : Spelling.of(lexeme);
      if (text.equals("}") && last.equals("\n")) {
        removeLastNewline(meaning);
      }
      if (!newline || !(last.equals("\n") || last.equals("{") || last.equals(","))) {
        meaning.add(text);
      }
      last = text;
    }
    removeLastNewline(meaning);
    return meaning;
  }

  private static void removeLastNewline(List<String> meaning) {
    if (!meaning.isEmpty() && meaning.get(meaning.size() - 1).equals("\n")) {
      meaning.remove(meaning.size() - 1);
    }
  }
}
