package dev.tollgate.server.store.disk;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A connection to the database with the statements that were prepared on it. Values are texts,
 * longs and byte arrays. For one thread at a time.
 */
public final class Session implements AutoCloseable {

  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  Session(Connection connection) {
    this.connection = connection;
  }

  /** Puts a row into a table, over the one with the same key; its checksum is added as its last. */
  public void put(String table, Object... values) throws SQLException {
    update("INSERT OR REPLACE INTO " + table + places(values), summed(values));
  }

  /**
   * The same, unless the row with the same key has a greater value already.
   *
   * @param key the columns of the key
   * @param column where the values stand
   */
  public void raise(String table, String key, String column, Object... values) throws SQLException {
    update(
        "INSERT INTO %s%s ON CONFLICT (%s) DO UPDATE SET %4$s = excluded.%4$s, sum = excluded.sum"
                .formatted(table, places(values), key, column)
            + " WHERE excluded.%1$s > %1$s".formatted(column),
        summed(values));
  }

  private static String places(Object[] values) {
    return " VALUES (?" + ", ?".repeat(values.length) + ")";
  }

  private static Object[] summed(Object[] values) {
    Object[] all = Arrays.copyOf(values, values.length + 1);
    all[values.length] = RowSum.of(values, values.length);
    return all;
  }

  /** How many rows a statement changed. */
  public int update(String sql, Object... values) throws SQLException {
    return statement(sql, values).executeUpdate();
  }

  /**
   * Whole rows, in the order of the query.
   *
   * @param sql begins with {@code SELECT *}, so that checksums can be verified
   * @throws StoreDamaged if one of them is not what was written
   */
  public <R> List<R> rows(String sql, Function<Row, R> reader, Object... values)
      throws SQLException {
    List<R> rows = new ArrayList<>();
    try (ResultSet result = statement(sql, values).executeQuery()) {
      while (result.next()) {
        rows.add(reader.apply(Row.of(result)));
      }
    }
    return rows;
  }

  /** The only row, or none. */
  public <R> Optional<R> row(String sql, Function<Row, R> reader, Object... values)
      throws SQLException {
    return rows(sql, reader, values).stream().findFirst();
  }

  /** The only value of the only row: of a count, a sum, a setting. */
  public String value(String sql, Object... values) throws SQLException {
    try (ResultSet result = statement(sql, values).executeQuery()) {
      result.next();
      return result.getString(1);
    }
  }

  /** The values of those rows of a table whose checksums are wrong. */
  List<Object[]> damagedRows(String table) throws SQLException {
    List<Object[]> damaged = new ArrayList<>();
    try (ResultSet result = statement("SELECT * FROM " + table).executeQuery()) {
      while (result.next()) {
        Object[] values = Row.values(result);
        if (!Row.intact(values)) {
          damaged.add(values);
        }
      }
    }
    return damaged;
  }

  /** Deletes the row that has exactly these values. */
  void drop(String table, Object[] values) throws SQLException {
    List<String> equal = new ArrayList<>();
    for (String column :
        value("SELECT group_concat(name, ' ') FROM pragma_table_info(?)", table).split(" ")) {
      equal.add(column + " IS ?");
    }
    update("DELETE FROM " + table + " WHERE " + String.join(" AND ", equal), values);
  }

  /** Runs statements that stand once, one after the other. */
  void run(String script) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(script);
    }
  }

  void begin() throws SQLException {
    // Takes the lock for writing at once, instead of failing in the middle.
    run("BEGIN IMMEDIATE");
  }

  void commit() throws SQLException {
    run("COMMIT");
  }

  /** Undoes the transaction, if SQLite has not done so itself. */
  void rollBack() throws SQLException {
    // A statement that has failed may be of no use any more.
    closeStatements();
    try {
      run("ROLLBACK");
    } catch (SQLException none) {
      if (!String.valueOf(none.getMessage()).contains("no transaction is active")) {
        throw none;
      }
    }
  }

  @Override
  public void close() throws SQLException {
    closeStatements();
    connection.close();
  }

  private void closeStatements() throws SQLException {
    for (PreparedStatement statement : prepared.values()) {
      statement.close();
    }
    prepared.clear();
  }

  private PreparedStatement statement(String sql, Object... values) throws SQLException {
    PreparedStatement statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      prepared.put(sql, statement);
    }
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }
}
