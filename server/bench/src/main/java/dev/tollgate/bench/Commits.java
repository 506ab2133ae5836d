package dev.tollgate.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** Rows written one by one, each on disk before the next: the price of a disk without groups. */
final class Commits implements AutoCloseable {

  private final Connection database;
  private final PreparedStatement insert;

  private Commits(Connection database) throws SQLException {
    this.database = database;
    this.insert = database.prepareStatement("INSERT INTO entries (bytes) VALUES (?)");
  }

  /** Into a new file, with the settings of a store that loses nothing. */
  static Commits to(Path file) throws SQLException {
    Connection database = DriverManager.getConnection("jdbc:sqlite:" + file);
    try (Statement statement = database.createStatement()) {
      statement.execute("PRAGMA journal_mode = WAL");
      statement.execute("PRAGMA synchronous = FULL");
      statement.execute(
          "CREATE TABLE IF NOT EXISTS entries (number INTEGER PRIMARY KEY, bytes BLOB)");
    }
    return new Commits(database);
  }

  void commit() {
    try {
      insert.setBytes(1, new byte[200]);
      insert.executeUpdate();
    } catch (SQLException broken) {
      throw new IllegalStateException("a commit", broken);
    }
  }

  @Override
  public void close() throws SQLException {
    insert.close();
    database.close();
  }
}
