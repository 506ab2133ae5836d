package dev.tollgate.server.command;

import java.util.ArrayList;
import java.util.List;

/** Lines of text whose cells stand under each other. Not thread safe. */
final class Table {

  private static final String GAP = "  ";

  private final String indent;
  private final List<Side> sides;
  private final List<List<String>> rows = new ArrayList<>();

  /** To which side of its column a cell is put: words to the left, numbers to the right. */
  enum Side {
    LEFT,
    RIGHT
  }

  Table(String indent, List<Side> sides) {
    this.indent = indent;
    this.sides = List.copyOf(sides);
  }

  /** Adds a line; cells that are missing at its end are empty. */
  Table row(String... cells) {
    return row(List.of(cells));
  }

  Table row(List<String> cells) {
    if (cells.size() > sides.size()) {
      throw new IllegalArgumentException(cells.size() + " cells in " + sides.size() + " columns");
    }
    rows.add(List.copyOf(cells));
    return this;
  }

  /** The lines, each ended by a line end and without blanks before it. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder(indent);
      for (int column = 0; column < row.size(); column++) {
        int width = width(column);
        if (width > 0) {
          String cell = row.get(column);
          String padding = " ".repeat(width - length(cell));
          line.append(line.length() > indent.length() ? GAP : "");
          line.append(sides.get(column) == Side.LEFT ? cell + padding : padding + cell);
        }
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private int width(int column) {
    return rows.stream()
        .filter(row -> row.size() > column)
        .mapToInt(row -> length(row.get(column)))
        .max()
        .orElse(0);
  }

  private static int length(String cell) {
    return cell.codePointCount(0, cell.length());
  }
}
