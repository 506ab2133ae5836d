package dev.tollgate.server.store.disk;

import java.sql.SQLException;

/** Something that changed and has to be written. Both methods are called by the writer alone. */
public interface LogEntry {

  /** What the log keeps of it, to do it again after a crash. */
  byte[] bytes();

  /**
   * Brings the tables to what they are after it, in the transaction that writes it. It may be
   * called again when that transaction failed and was undone.
   */
  void apply(Transaction transaction) throws SQLException;
}
