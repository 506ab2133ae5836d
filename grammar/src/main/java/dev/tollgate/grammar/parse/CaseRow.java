package dev.tollgate.grammar.parse;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;

/**
 * A line of a table of cases.
 *
 * @param bars the `|` of the line, from left to right
 * @param cells the words between each two bars
 */
record CaseRow(List<Token> bars, List<List<Token>> cells) {

  CaseRow {
    bars = List.copyOf(bars);
    cells = List.copyOf(cells);
  }

  /**
   * A line that begins with a bar. What stands behind the last bar is a cell too; the caller sees
   * that nothing closes it.
   */
  static CaseRow of(List<Token> line) {
    List<Token> bars = new ArrayList<>();
    List<List<Token>> cells = new ArrayList<>();
    List<Token> cell = new ArrayList<>();
    for (Token token : line) {
      if (token.getType() != TollParser.BAR) {
        cell.add(token);
        continue;
      }
      if (!bars.isEmpty()) {
        cells.add(List.copyOf(cell));
        cell.clear();
      }
      bars.add(token);
      if (token.getText().length() > 1) {
        cells.add(List.of());
      }
    }
    if (!cell.isEmpty()) {
      cells.add(List.copyOf(cell));
    }
    return new CaseRow(bars, cells);
  }

  Token first() {
    return bars.get(0);
  }

  /** The last word or sign of the line. */
  Token last() {
    Token bar = bars.get(bars.size() - 1);
    List<Token> lastCell = cells.isEmpty() ? List.of() : cells.get(cells.size() - 1);
    boolean open = !lastCell.isEmpty() && lastCell.get(0).getStartIndex() > bar.getStartIndex();
    return open ? lastCell.get(lastCell.size() - 1) : bar;
  }
}
