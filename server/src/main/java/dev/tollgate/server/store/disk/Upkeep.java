package dev.tollgate.server.store.disk;

import java.sql.SQLException;
import java.util.Optional;

/** What the writer does besides entries, in the same transactions. */
@FunctionalInterface
public interface Upkeep {

  /**
   * The next piece of it; asked by the writer before it takes the entries that wait, so these are
   * written in the same transaction or before.
   *
   * @param lastWritten number of the last entry on disk
   * @param closing whether all of it is to be done now
   * @return what to do after the entries; empty when there is nothing to do
   */
  Optional<Piece> next(long lastWritten, boolean closing);

  /** Called in a transaction, and again if that failed. */
  @FunctionalInterface
  interface Piece {
    void in(Transaction transaction) throws SQLException;
  }
}
