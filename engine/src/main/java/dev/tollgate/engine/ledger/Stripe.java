package dev.tollgate.engine.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A share of all counters, under one lock. All counters of one account are in the same stripe; a
 * shared counter may be in another. Everything but {@link #lock} is for the holder of the lock.
 */
final class Stripe {

  /** Counters that one sweep looks at. */
  private static final int SWEPT_AT_ONCE = 4;

  /** Calls for one sweep. */
  private static final int CALLS_PER_SWEEP = 8;

  private final ReentrantLock lock = new ReentrantLock();

  // Concurrent only for their iterators, which go on while there are changes.
  private final Map<CounterKey, Meter> meters = new ConcurrentHashMap<>();
  private final Map<BillingKey, BilledDays> billing = new ConcurrentHashMap<>();
  private Iterator<Map.Entry<CounterKey, Meter>> meterSweep = meters.entrySet().iterator();
  private Iterator<BilledDays> billingSweep = billing.values().iterator();
  private int calls;

  /** Most decisions of a day say this of it; one serves all that are remembered. */
  private BilledDay unbilled = BilledDay.unchanged(LocalDate.EPOCH, 0);

  ReentrantLock lock() {
    return lock;
  }

  /** The meter of a counter; empty when nothing is counted there under these terms. */
  Optional<Meter> find(CounterKey key, CounterTerms terms) {
    Optional<Meter> found = find(key);
    return found.isPresent() && found.get().counts(terms.window()) ? found : Optional.empty();
  }

  /** The meter to draw from, a new one if need be. */
  Meter open(CounterKey key, CounterTerms terms, long at) {
    Optional<Meter> found = find(key, terms);
    if (found.isPresent()) {
      return found.get();
    }
    Meter opened = new Meter(terms, at);
    meters.put(key, opened);
    return opened;
  }

  /** The meter of a counter, whatever its window; empty when nothing is counted there. */
  Optional<Meter> find(CounterKey key) {
    return Optional.ofNullable(meters.get(key));
  }

  /** Puts a meter in the place of what is there. */
  void put(CounterKey key, Meter meter) {
    meters.put(key, meter);
  }

  /** Forgets what is counted there. */
  void remove(CounterKey key) {
    meters.remove(key);
  }

  /** The billed units of a day become these. */
  void setBilled(CounterKey key, LocalDate day, List<BilledPart> parts) {
    billing.computeIfAbsent(BillingKey.of(key), any -> new BilledDays()).set(day, parts);
  }

  /** The last day until {@code day} with billed units, otherwise the first one behind it. */
  Optional<LocalDate> dayWithBilled(CounterKey key, LocalDate day) {
    return Optional.ofNullable(billing.get(BillingKey.of(key))).flatMap(days -> days.near(day));
  }

  long billed(CounterKey key, LocalDate day) {
    if (billing.isEmpty()) {
      return 0;
    }
    BilledDays days = billing.get(BillingKey.of(key));
    return days == null ? 0 : days.of(day);
  }

  /** A day of which nothing is billed, and none of that changed. */
  BilledDay unbilled(LocalDate day) {
    if (!unbilled.day().equals(day)) {
      unbilled = BilledDay.unchanged(day, 0);
    }
    return unbilled;
  }

  /** The billed units of a day of the counter's account, the lowest ones first. */
  List<BilledPart> billedParts(CounterKey key, LocalDate day) {
    return billing.get(BillingKey.of(key)).parts(day);
  }

  /** Adds billed units, from 1, to a day of the counter's account. */
  BilledDay bill(CounterKey key, LocalDate day, long units, BilledBy by) {
    return billing.computeIfAbsent(BillingKey.of(key), any -> new BilledDays()).add(day, units, by);
  }

  /** Takes billed units, from 1, off a day of the counter's account that has them. */
  List<BilledDay> unbill(CounterKey key, LocalDate day, long units) {
    return billing.get(BillingKey.of(key)).takeOff(day, units);
  }

  /** The billed days of the counter's account; empty when there are none. */
  Optional<BilledDays> billedDays(CounterKey key) {
    return Optional.ofNullable(billing.get(BillingKey.of(key))).map(BilledDays::copy);
  }

  /** Puts billed days in the place of what is there. */
  void putBilledDays(CounterKey key, Optional<BilledDays> days) {
    billing.remove(BillingKey.of(key));
    days.ifPresent(kept -> billing.put(BillingKey.of(key), kept));
  }

  /** How many counters are kept. */
  int size() {
    return meters.size();
  }

  /** Counts a call; whether one of every few. */
  boolean isTimeToSweep() {
    calls = (calls + 1) % CALLS_PER_SWEEP;
    return calls == 0;
  }

  /**
   * Drops some counters and days that are not needed any more, going on where the last sweep ended.
   */
  void sweep(Reading wall, Reading steady) {
    for (int i = 0; i < SWEPT_AT_ONCE && !meters.isEmpty(); i++) {
      meterSweep = meterSweep.hasNext() ? meterSweep : meters.entrySet().iterator();
      if (meterSweep.hasNext() && idle(meterSweep.next().getValue(), wall, steady)) {
        meterSweep.remove();
      }
    }
    if (billing.isEmpty()) {
      return;
    }
    billingSweep = billingSweep.hasNext() ? billingSweep : billing.values().iterator();
    LocalDate today = LocalDate.ofInstant(Instant.ofEpochMilli(wall.moment()), ZoneOffset.UTC);
    if (billingSweep.hasNext() && billingSweep.next().closed(today)) {
      billingSweep.remove();
    }
  }

  private static boolean idle(Meter meter, Reading wall, Reading steady) {
    return meter.idle(meter.steady() ? steady : wall);
  }

  private record BillingKey(String product, String quota, String account) {
    static BillingKey of(CounterKey key) {
      return new BillingKey(key.product(), key.quota(), key.account());
    }
  }
}
