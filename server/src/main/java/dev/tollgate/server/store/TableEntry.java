package dev.tollgate.server.store;

import dev.tollgate.server.store.disk.LogEntry;
import dev.tollgate.server.store.disk.Step;
import dev.tollgate.server.store.disk.Transaction;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * A change of a table that no counter has to do with.
 *
 * @param what in a few words, for whoever reads the log
 * @param step done in the transaction that writes the entry
 */
record TableEntry(String what, Step step) implements LogEntry {

  @Override
  public byte[] bytes() {
    return new LogLine(what, Optional.empty(), List.of()).bytes();
  }

  @Override
  public void apply(Transaction transaction) throws SQLException {
    transaction.now(step);
  }
}
