package dev.tollgate.grammar.format;

import dev.tollgate.grammar.tree.Lexeme;
import java.util.List;

/** Tells what kind of block a line opens. */
final class Blocks {

  private Blocks() {}

  /**
   * The first word of the line, whatever is named behind it. Tables of slabs, packs and bands are
   * all of the kind {@code table}.
   */
  static String kind(String around, List<Lexeme> header) {
    String word = header.get(0).text();
    return switch (word) {
      case "price", "call", "any" -> "table";
      case "}" -> around;
      default -> word;
    };
  }
}
