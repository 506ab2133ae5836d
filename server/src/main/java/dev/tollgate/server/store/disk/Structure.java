package dev.tollgate.server.store.disk;

import java.sql.SQLException;
import java.util.Optional;

/** Whether the pages and indexes of a database hang together, as SQLite itself can tell. */
final class Structure {

  private Structure() {}

  /** What is wrong first; empty when nothing is. */
  static Optional<String> fault(Database database) {
    try {
      String found = database.alone(session -> session.value("PRAGMA integrity_check(1)"));
      return found.equals("ok") ? Optional.empty() : Optional.of(found.replace('\n', ' '));
    } catch (SQLException unreadable) {
      return Optional.of(String.valueOf(unreadable.getMessage()));
    }
  }

  /** Makes all indexes anew from their tables, as far as these can be read. */
  static void mendIndexes(Database database) throws SQLException {
    try {
      database.write(session -> session.update("REINDEX"));
    } catch (SQLException unreadable) {
      // Whoever asks for the fault once more is told.
      if (Structure.fault(database).isEmpty()) {
        throw unreadable;
      }
    }
  }
}
