package dev.tollgate.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A table as a run prints it.
 *
 * @param columns what its first row says
 * @param rows its other rows, each with a cell for each column
 */
record Table(List<String> columns, List<List<String>> rows) {

  Table {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /** The one table of a file; rows that have not a cell for each column say why, and are none. */
  static Table read(Path file) throws IOException {
    List<List<String>> all = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      if (line.startsWith("|")) {
        List<String> cells = Arrays.stream(line.split("\\|")).skip(1).map(String::strip).toList();
        if (all.isEmpty() || cells.size() == all.get(0).size()) {
          all.add(cells);
        }
      }
    }
    return new Table(all.get(0), all.subList(1, all.size()));
  }

  /** The rows with this text in this column. */
  Table where(String column, String text) {
    int at = at(column);
    return new Table(columns, rows.stream().filter(row -> row.get(at).equals(text)).toList());
  }

  /** The different texts of a column, in order. */
  List<String> texts(String column) {
    int at = at(column);
    return rows.stream().map(row -> row.get(at)).distinct().toList();
  }

  /** The numbers of a column. */
  List<Double> numbers(String column) {
    int at = at(column);
    return rows.stream().map(row -> Double.valueOf(row.get(at).replace(",", ""))).toList();
  }

  private int at(String column) {
    int at = columns.indexOf(column);
    if (at < 0) {
      throw new IllegalArgumentException("no column " + column + " in " + columns);
    }
    return at;
  }
}
