package dev.tollgate.server.store;

import dev.tollgate.engine.ledger.Entry;
import dev.tollgate.server.store.disk.Session;
import dev.tollgate.server.store.disk.Transaction;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * All tables that follow from what the ledger has done. Entries that come in a row are gathered and
 * written together. For the writer alone.
 */
final class LedgerTables<A, E> {

  private final List<Projection<A, E>> projections;
  private List<Entry<A, E>> gathered = new ArrayList<>();
  private Object gatheredIn = this;

  LedgerTables(List<Projection<A, E>> projections) {
    this.projections = List.copyOf(projections);
  }

  void add(Transaction transaction, Entry<A, E> entry) {
    // What a transaction that was undone has left is not written by the next one.
    if (gathered.isEmpty() || gatheredIn != transaction) {
      gathered = new ArrayList<>();
      gatheredIn = transaction;
      transaction.later(this::write);
    }
    gathered.add(entry);
  }

  private void write(Session session) throws SQLException {
    List<Entry<A, E>> entries = gathered;
    gathered = new ArrayList<>();
    for (Projection<A, E> projection : projections) {
      projection.apply(session, entries);
    }
  }
}
