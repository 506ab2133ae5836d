package dev.tollgate.server.store;

import dev.tollgate.engine.ledger.Entry;
import dev.tollgate.server.store.disk.Session;
import java.sql.SQLException;
import java.util.List;

/**
 * Tables that follow from what the ledger has done. They are brought up to date in the transaction
 * that writes an entry, so they are never ahead of the log nor behind it.
 *
 * @param <A> the answer to a decision
 * @param <E> the answer to a commit, a cancel or an adjustment
 */
@FunctionalInterface
public interface Projection<A, E> {

  /**
   * Writes what follows from some entries. May be called again with the same ones when their
   * transaction failed and was undone.
   *
   * @param entries in the order of their numbers
   */
  void apply(Session session, List<Entry<A, E>> entries) throws SQLException;
}
