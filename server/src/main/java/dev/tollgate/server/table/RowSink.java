package dev.tollgate.server.table;

import java.util.List;

/** Takes the rows of a table. */
public interface RowSink {

  /**
   * A row.
   *
   * @param line where it stands, from 1
   * @param names of the columns; the same list for all rows with the same columns
   * @param cells one for each name; an empty one says nothing
   */
  void row(long line, List<String> names, String[] cells);

  /** A line that is no row, and why. */
  void unreadable(long line, String why);
}
