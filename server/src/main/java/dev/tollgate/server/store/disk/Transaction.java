package dev.tollgate.server.store.disk;

import java.sql.SQLException;

/** A transaction that writes entries and whatever follows from them. */
public record Transaction(Session session) {

  /**
   * Entries up to this one are not needed any more.
   *
   * @param lastEntry the last of those that were on disk at some moment before
   */
  public void checkpoint(long lastEntry) throws SQLException {
    Log.prune(session, lastEntry);
  }
}
