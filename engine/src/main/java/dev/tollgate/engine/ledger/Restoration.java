package dev.tollgate.engine.ledger;

import java.time.LocalDate;
import java.util.List;

/**
 * Builds the counters of a ledger from what another one has written down: images of counters, the
 * billed units of days, then the changes of entries in the order of their numbers. A change that an
 * image holds already is passed over, so images may be of different moments. For one thread.
 */
public final class Restoration {

  private final Stripes stripes = new Stripes();

  /**
   * Adds a counter.
   *
   * @throws IllegalArgumentException if the bytes cannot be read: they are damaged, or of a newer
   *     version
   */
  public void image(CounterImage image) {
    throw new UnsupportedOperationException(image.toString());
  }

  /**
   * Adds billed units of a day of one quota of one account.
   *
   * @param units in steps, over all counters of the quota
   */
  public void billed(String product, String quota, String account, LocalDate day, long units) {
    throw new UnsupportedOperationException(product + quota + account + day + units);
  }

  /**
   * Repeats the changes of an entry.
   *
   * @param number greater than that of the entry before
   */
  public void replay(long number, List<CounterChange> changes) {
    throw new UnsupportedOperationException(number + changes.toString());
  }

  /** The ledger that goes on; nothing may be added afterwards. */
  public <A, E> InMemoryLedger<A, E> ledger(
      Journal<A, E> journal, Archive<A, E> archive, Drift drift) {
    return new InMemoryLedger<>(stripes, journal, archive, drift);
  }
}
