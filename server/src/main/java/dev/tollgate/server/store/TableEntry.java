package dev.tollgate.server.store;

import dev.tollgate.server.store.disk.LogEntry;
import dev.tollgate.server.store.disk.Session;
import java.sql.SQLException;
import java.util.List;

/**
 * A change of a table that no counter has to do with.
 *
 * @param what in a few words, for whoever reads the log
 */
record TableEntry(String what, Change change) implements LogEntry {

  /** Done in the transaction that writes the entry. */
  @FunctionalInterface
  interface Change {
    void in(Session session) throws SQLException;
  }

  @Override
  public byte[] bytes() {
    return new LogLine(what, List.of()).bytes();
  }

  @Override
  public void apply(Session session, long sequence) throws SQLException {
    change.in(session);
  }
}
