package dev.tollgate.server.store;

import dev.tollgate.engine.ledger.Entry;
import dev.tollgate.server.store.disk.Session;
import java.sql.SQLException;

/**
 * Tables that follow from what the ledger has done. They are brought up to date in the transaction
 * that writes the entry, so they are never ahead of the log nor behind it.
 *
 * @param <A> the answer to a decision
 * @param <E> the answer to a commit, a cancel or an adjustment
 */
@FunctionalInterface
public interface Projection<A, E> {

  /** May be called again with the same entry when its transaction failed and was undone. */
  void apply(Session session, Entry<A, E> entry) throws SQLException;
}
