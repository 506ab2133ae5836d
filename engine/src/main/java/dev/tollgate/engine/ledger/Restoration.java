package dev.tollgate.engine.ledger;

import dev.tollgate.engine.pack.Unpacking;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Builds the counters of a ledger from what another one has written down: images of counters, the
 * billed units of days, then the changes of entries in the order of their numbers. A change that an
 * image holds already is passed over, so images may be of different moments. For one thread.
 */
public final class Restoration {

  private final Stripes stripes = new Stripes();

  /** The entry up to which an image holds everything; absent where nothing was written down. */
  private final Map<CounterKey, Long> heldUpTo = new HashMap<>();

  /**
   * Adds a counter.
   *
   * @throws IllegalArgumentException if the bytes cannot be read: they are damaged, or of a newer
   *     version
   */
  public void image(CounterImage image) {
    heldUpTo.put(image.key(), image.sequence());
    if (!image.isEmpty()) {
      stripes.of(image.key()).put(image.key(), Meter.unpack(new Unpacking(image.bytes())));
    }
  }

  /**
   * Adds billed units of a day of one quota of one account.
   *
   * @param parts in steps, over all counters of the quota
   */
  public void billed(
      String product, String quota, String account, LocalDate day, List<BilledPart> parts) {
    CounterKey key = new CounterKey(product, quota, account, List.of());
    stripes.of(key).setBilled(key, day, parts);
  }

  /**
   * Repeats the changes of an entry.
   *
   * @param number greater than that of the entry before
   */
  public void replay(long number, List<CounterChange> changes) {
    for (CounterChange change : changes) {
      if (number > heldUpTo.getOrDefault(change.key(), 0L)) {
        change.accept(new Replay(stripes.of(change.key())));
      }
    }
  }

  /** The ledger that goes on; nothing may be added afterwards. */
  public <A, E> InMemoryLedger<A, E> ledger(
      Journal<A, E> journal, Archive<A, E> archive, Drift drift) {
    return new InMemoryLedger<>(stripes, journal, archive, drift);
  }
}
