package dev.tollgate.grammar.format;

import dev.tollgate.grammar.tree.Lexeme;
import java.util.List;
import java.util.Set;

/** Divides `allot` lines: whom it is for, the amount term by term, the cap, the condition. */
final class Allotments {

  private static final int GAP = 2;
  private static final int FIRST_TERM = 1;
  private static final int MOST_TERMS = 40;
  private static final int CAP = 50;
  private static final int WHEN = 51;
  private static final Set<String> AMOUNTS =
      Set.of("base", "capacity", "edition", "greater", "lesser", "room", "same");
  private static final Set<String> BEHIND_AMOUNTS =
      Set.of("", "+", "×", "*", "÷", "/", "cap", "when", "at", "accept", "plus");

  private Allotments() {}

  static List<Cell> cells(Cells cells, boolean contract) {
    cells.take(contract ? 2 : 1 + editions(cells), 0, 0);
    boolean choice = cells.peek(0).equals("greater") || cells.peek(0).equals("lesser");
    int column = FIRST_TERM;
    do {
      cells.take(term(cells, choice || column == MOST_TERMS), column++, GAP);
    } while (cells.peek(0).equals("+"));
    if (!cells.peek(0).equals("when")) {
      cells.upTo(Set.of("when"), CAP, GAP);
    }
    return cells.rest(WHEN, GAP);
  }

  /** How many lexemes name the editions; none where an amount follows `allot` at once. */
  private static int editions(Cells cells) {
    if (cells.peek(1).equals("any") && cells.peek(2).equals("edition")) {
      return 2;
    }
    int count = isName(cells, 1) ? 1 : 0;
    while (count > 0 && cells.peek(count + 1).equals(",") && isName(cells, count + 2)) {
      count += 2;
    }
    // A single name may be a fact, which is an amount: then nothing that begins one follows it.
    return BEHIND_AMOUNTS.contains(cells.peek(count + 1)) || isCap(cells, count + 1) ? 0 : count;
  }

  private static boolean isName(Cells cells, int ahead) {
    boolean noLimit = cells.peek(ahead).equals("no");
    return switch (cells.kind(ahead)) {
      case NAME -> true;
      case KEYWORD -> !noLimit && !AMOUNTS.contains(cells.peek(ahead));
      default -> false;
    };
  }

  private static boolean isCap(Cells cells, int ahead) {
    return cells.peek(ahead).equals("cap") && !cells.peek(ahead - 1).equals("under")
        || cells.peek(ahead).equals("no") && cells.peek(ahead + 1).equals("cap");
  }

  /** How many lexemes the next term of the amount has, its `+` included. */
  private static int term(Cells cells, boolean whole) {
    int count = 1;
    int brackets = cells.peek(0).equals("(") ? 1 : 0;
    while (cells.kind(count) != Lexeme.Kind.NEWLINE) {
      String word = cells.peek(count);
      boolean ends =
          isCap(cells, count)
              || word.equals("when")
              || word.equals("accept")
              || (word.equals("+") && !whole);
      if (ends && brackets == 0) {
        break;
      }
      brackets += word.equals("(") ? 1 : word.equals(")") ? -1 : 0;
      count++;
    }
    return count;
  }
}
