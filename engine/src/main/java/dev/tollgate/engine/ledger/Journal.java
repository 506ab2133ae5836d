package dev.tollgate.engine.ledger;

/**
 * Where a ledger writes down everything that it changes. Safe for use by many threads.
 *
 * @param <A> the answer to a decision
 * @param <E> the answer to a commit, a cancel or an adjustment
 */
public interface Journal<A, E> {

  /**
   * Asked before anything changes.
   *
   * @throws StoreUnreachable when no more can be written down now
   */
  void mustAccept();

  /**
   * Takes an entry, which is written down later. Called while the counters of the entry are locked,
   * so it neither waits nor fails.
   *
   * @return the entry's number: greater than those of all entries before
   */
  long append(Entry<A, E> entry);

  /** The number of the last entry that was taken; 0 when there was none ever. */
  long appended();

  /** The number up to which the {@link Archive} knows everything. */
  long archived();
}
