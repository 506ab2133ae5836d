package dev.tollgate.server.store;

import dev.tollgate.engine.ledger.Entry;
import dev.tollgate.engine.ledger.Take;
import dev.tollgate.server.store.disk.LogEntry;
import dev.tollgate.server.store.disk.Transaction;
import java.util.Optional;

/** Something that the ledger has done, on its way to the log and the tables that follow from it. */
record LedgerEntry<A, E>(Entry<A, E> entry, LedgerTables<A, E> tables) implements LogEntry {

  @Override
  public byte[] bytes() {
    return entry.accept(new Line<>()).bytes();
  }

  @Override
  public void apply(Transaction transaction) {
    tables.add(transaction, entry);
  }

  /** What the log keeps of an entry. */
  private static final class Line<A, E> implements Entry.Visitor<A, E, LogLine> {

    @Override
    public LogLine visitTaken(Entry.Taken<A, E> taken) {
      Take take = taken.take();
      return new LogLine(
          "taken " + take.decisionId(), Optional.of(LogLine.Decided.of(take)), taken.changes());
    }

    @Override
    public LogLine visitClosed(Entry.Closed<A, E> closed) {
      String what = closed.state() + " " + closed.take().decisionId();
      return new LogLine(what, Optional.empty(), closed.changes());
    }

    @Override
    public LogLine visitAdjusted(Entry.Adjusted<A, E> adjusted) {
      String what = "adjusted " + adjusted.adjustment().id();
      return new LogLine(what, Optional.empty(), adjusted.changes());
    }
  }
}
