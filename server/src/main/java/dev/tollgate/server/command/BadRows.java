package dev.tollgate.server.command;

import java.io.PrintWriter;
import java.util.TreeMap;

/** Rows of a table that could not be understood: how many, and the first of them. */
final class BadRows {

  private static final int SHOWN = 10;

  private final String table;
  private final TreeMap<Long, String> first = new TreeMap<>();
  private long count;

  /**
   * @param table what messages call it
   */
  BadRows(String table) {
    this.table = table;
  }

  synchronized void add(long line, String why) {
    count++;
    first.put(line, why);
    if (first.size() > SHOWN) {
      first.pollLastEntry();
    }
  }

  synchronized void add(long line, String column, String why) {
    add(line, "column `" + column + "`: " + why);
  }

  synchronized boolean none() {
    return count == 0;
  }

  /** Says what is wrong, and that the other rows were counted. */
  synchronized void print(PrintWriter err) {
    if (count == 0) {
      return;
    }
    first.forEach((line, why) -> err.println(table + ":" + line + ": " + why));
    if (count > first.size()) {
      err.println("… and " + Figures.counted(count - first.size(), "row") + " more");
    }
    err.println(
        "tollgate diff: %s of `%s` could not be understood; the others were counted"
            .formatted(Figures.counted(count, "row"), table));
    err.flush();
  }
}
