package dev.tollgate.server.store.disk;

import java.sql.ResultSet;
import java.sql.SQLException;

/** A whole row of a table, its checksum verified. Columns are counted from 0. */
public final class Row {

  private final Object[] values;

  private Row(Object[] values) {
    this.values = values;
  }

  /**
   * The row that a result stands at.
   *
   * @throws StoreDamaged if its checksum is not that of its values
   */
  static Row of(ResultSet result) throws SQLException {
    Object[] values = values(result);
    if (!intact(values)) {
      throw new StoreDamaged(
          "a row of the table " + result.getMetaData().getTableName(1) + " is damaged");
    }
    return new Row(values);
  }

  static Object[] values(ResultSet result) throws SQLException {
    Object[] values = new Object[result.getMetaData().getColumnCount()];
    for (int i = 0; i < values.length; i++) {
      Object value = result.getObject(i + 1);
      values[i] = value instanceof Integer number ? Long.valueOf(number) : value;
    }
    return values;
  }

  /** Whether the last value is the checksum of the others. */
  static boolean intact(Object[] values) {
    int last = values.length - 1;
    for (Object value : values) {
      if (!(value instanceof Long || value instanceof String || value instanceof byte[])) {
        return false;
      }
    }
    return values[last] instanceof Long sum && sum == RowSum.of(values, last);
  }

  public String text(int column) {
    return (String) values[column];
  }

  public long number(int column) {
    return (Long) values[column];
  }

  /** Shared, not copied. */
  public byte[] bytes(int column) {
    return (byte[]) values[column];
  }
}
