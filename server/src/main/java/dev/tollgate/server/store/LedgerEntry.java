package dev.tollgate.server.store;

import dev.tollgate.engine.ledger.Entry;
import dev.tollgate.server.store.disk.LogEntry;
import dev.tollgate.server.store.disk.Transaction;

/** Something that the ledger has done, on its way to the log and the tables that follow from it. */
record LedgerEntry<A, E>(Entry<A, E> entry, LedgerTables<A, E> tables) implements LogEntry {

  @Override
  public byte[] bytes() {
    return new LogLine(entry.accept(new What<>()), entry.changes()).bytes();
  }

  @Override
  public void apply(Transaction transaction) {
    tables.add(transaction, entry);
  }

  /** What an entry is about. */
  private static final class What<A, E> implements Entry.Visitor<A, E, String> {

    @Override
    public String visitTaken(Entry.Taken<A, E> taken) {
      return "taken " + taken.take().decisionId();
    }

    @Override
    public String visitClosed(Entry.Closed<A, E> closed) {
      return closed.state() + " " + closed.take().decisionId();
    }

    @Override
    public String visitAdjusted(Entry.Adjusted<A, E> adjusted) {
      return "adjusted " + adjusted.adjustment().id();
    }
  }
}
