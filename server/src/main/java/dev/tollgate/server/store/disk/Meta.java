package dev.tollgate.server.store.disk;

import java.sql.SQLException;
import java.util.Optional;

/** What holds for the database as a whole, by name. */
final class Meta {

  private Meta() {}

  static Optional<String> get(Session session, String name) throws SQLException {
    return session.row("SELECT * FROM meta WHERE name = ?", row -> row.text(1), name);
  }

  static void put(Session session, String name, String value) throws SQLException {
    session.put("meta", name, value);
  }

  static void remove(Session session, String name) throws SQLException {
    session.update("DELETE FROM meta WHERE name = ?", name);
  }
}
