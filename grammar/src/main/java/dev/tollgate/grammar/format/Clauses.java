package dev.tollgate.grammar.format;

import dev.tollgate.grammar.tree.Lexeme;
import java.util.List;
import java.util.Set;

/** Divides the lines of each kind of block into the cells of their columns. */
final class Clauses {

  private static final int GAP = 2;
  private static final int GOES_ON = 2;
  private static final Set<String> FIELDS =
      Set.of(
          "account",
          "accounts",
          "add",
          "adds",
          "bill",
          "counts",
          "for",
          "from",
          "keep",
          "most",
          "needs",
          "overrides",
          "per",
          "price",
          "raises",
          "set",
          "sets",
          "through",
          "until",
          "when",
          "window");

  private Clauses() {}

  static Clause of(Line line) {
    Cells cells = new Cells(line.lexemes());
    String word = line.firstWord();
    return switch (word) {
      case "plus" -> new Clause("", GOES_ON, cells.rest(0, 0));
      case "status", "header", "body" -> new Clause("denial", GOES_ON, field(cells, 1));
      default ->
          switch (line.place().kind()) {
            case "product" -> inProduct(word, cells);
            case "table" -> new Clause("table", 0, inTable(word, cells));
            case "test" -> inTest(word, cells);
            case "check" -> plain(cells);
            default -> inTerms(line.place().kind(), word, cells);
          };
    };
  }

  private static Clause inProduct(String word, Cells cells) {
    return switch (word) {
      case "zone", "unit", "seat", "key" -> new Clause("product", 0, field(cells, 1));
      case "fact" -> new Clause("product", 0, cells.take(1, 0, 0).take(1, 1, 1).rest(2, GAP));
      case "edition" ->
          new Clause(
              "edition",
              0,
              cells
                  .take(2, 0, 0)
                  .upTo(Set.of("also", "number"), 1, GAP)
                  .upTo(Set.of("number"), 2, GAP)
                  .rest(3, GAP));
      case "calls" -> new Clause("calls", 0, cells.upTo(Set.of("with", "are"), 0, 0).rest(1, GAP));
      default -> plain(cells);
    };
  }

  private static List<Cell> inTable(String word, Cells cells) {
    return switch (word) {
      case "first", "next", "to" -> cells.take(1, 0, 0).take(1, 1, 1).rest(2, GAP);
      case "beyond" -> cells.take(1, 0, 0).rest(2, GAP);
      default -> cells.take(1, 0, 0).rest(1, 1);
    };
  }

  private static Clause inTest(String word, Cells cells) {
    return switch (word) {
      case "at" ->
          new Clause("at", 0, cells.take(2, 0, 0).upTo(Set.of("expect"), 1, GAP).rest(2, GAP));
      case "expect" -> new Clause("test", 0, field(cells, GAP));
      case "|" -> new Clause("cases", 0, row(cells));
      case "as", "end" -> new Clause("test", 0, cells.take(2, 0, 0).rest(1, GAP));
      case "}" -> plain(cells);
      default ->
          new Clause("test", 0, cells.take(1, 0, 0).upTo(Set.of("expect"), 1, GAP).rest(2, GAP));
    };
  }

  /** A row of a table: each bar and what stands behind it. */
  private static List<Cell> row(Cells cells) {
    int column = 0;
    while (cells.kind(0) != Lexeme.Kind.NEWLINE) {
      int count = 1;
      while (cells.kind(count) != Lexeme.Kind.NEWLINE && !cells.peek(count).equals("|")) {
        count++;
      }
      cells.take(count, column, 1);
      column++;
    }
    return cells.rest(column, 1);
  }

  private static Clause inTerms(String block, String word, Cells cells) {
    // The few lines of a contract are read together; elsewhere a longer call must move no
    // allotment.
    boolean contract = block.equals("contract");
    if (word.equals("allot")) {
      return new Clause(contract ? "terms" : "allot", 0, Allotments.cells(cells, contract));
    }
    if (word.equals("call") || word.equals("any")) {
      return new Clause(contract ? "terms" : "cost", 0, cost(cells));
    }
    return FIELDS.contains(word) ? new Clause("field", 0, field(cells, GAP)) : plain(cells);
  }

  /** A cost line: which calls, and from `costs`, `not counted` or `holds` on what they come to. */
  private static List<Cell> cost(Cells cells) {
    int count = 1;
    while (cells.kind(count) != Lexeme.Kind.NEWLINE && !isCharge(cells, count)) {
      count++;
    }
    return cells.take(count, 0, 0).rest(1, GAP);
  }

  private static boolean isCharge(Cells cells, int ahead) {
    return switch (cells.peek(ahead)) {
      case "costs", "holds" ->
          cells.kind(ahead) == Lexeme.Kind.KEYWORD && startsCharge(cells, ahead);
      case "not" -> cells.peek(ahead + 1).equals("counted");
      default -> false;
    };
  }

  /** Behind these words `costs` would be the name of a parameter. */
  private static boolean startsCharge(Cells cells, int ahead) {
    return !Set.of("when", "and", "or", "(").contains(cells.peek(ahead - 1));
  }

  private static List<Cell> field(Cells cells, int gap) {
    return cells.take(1, 0, 0).rest(1, gap);
  }

  private static Clause plain(Cells cells) {
    return new Clause("", 0, cells.rest(0, 0));
  }
}
