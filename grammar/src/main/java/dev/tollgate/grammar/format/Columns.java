package dev.tollgate.grammar.format;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Sets the cells of lines that belong together in columns. */
final class Columns {

  private Columns() {}

  /** The lines as text, each cell as far left as its column allows. */
  static List<String> aligned(List<List<Cell>> lines) {
    TreeMap<Integer, Integer> starts = new TreeMap<>();
    for (List<Cell> line : lines) {
      line.forEach(cell -> starts.put(cell.column(), 0));
    }
    // A column starts where the widest line that has it lets it; those before it are settled.
    for (int column : starts.keySet()) {
      int start = 0;
      for (List<Cell> line : lines) {
        start = Math.max(start, least(line, column, starts));
      }
      starts.put(column, start);
    }
    List<String> texts = new ArrayList<>(lines.size());
    for (List<Cell> line : lines) {
      StringBuilder text = new StringBuilder();
      int width = 0;
      for (Cell cell : line) {
        int start = starts.get(cell.column());
        text.append(" ".repeat(start - width)).append(cell.text());
        width = start + cell.width();
      }
      texts.add(text.toString());
    }
    return texts;
  }

  /** Where a line's cell in the column may start at the earliest; 0 when it has none there. */
  private static int least(List<Cell> line, int column, TreeMap<Integer, Integer> starts) {
    int end = 0;
    for (Cell cell : line) {
      if (cell.column() == column) {
        return end == 0 ? 0 : end + cell.gap();
      }
      end = starts.get(cell.column()) + cell.width();
    }
    return 0;
  }
}
