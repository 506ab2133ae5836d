package dev.tollgate.engine.ledger;

import dev.tollgate.engine.policy.Window;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Units flow back steadily until nothing is missing. Of units that were marked, the included ones
 * come back first.
 *
 * <p>The time between two calls counts at the refill of the later one, so a changed refill applies
 * to all of it. To give back exactly, the calls since the bucket was last full are kept, the latest
 * 1,000 distinct moments of them at most; of an earlier call nothing is put back, the refill brings
 * it.
 */
final class BucketCounter implements Counter {

  private final Moments log;

  /** The level before the first moment of the log, and the level after the last. */
  private BucketLevel base;

  private BucketLevel level;
  private Refill refill;
  private long capacity;
  private long billed;

  BucketCounter() {
    this(new Moments());
  }

  private BucketCounter(Moments log) {
    this.log = log;
    this.base = BucketLevel.full(0);
    this.level = base;
    this.refill = new Refill(0, 1);
  }

  @Override
  public boolean counts(Window window) {
    return window instanceof Window.Bucket;
  }

  @Override
  public Form form() {
    return Form.BUCKET;
  }

  @Override
  public Usage usage(CounterTerms terms, long now) {
    long missing = level.at(now, refill(terms)).missing();
    return Usage.of(missing, Math.min(billed, missing));
  }

  @Override
  public Optional<NextReturn> nextReturn(CounterTerms terms, long now) {
    BucketLevel current = level.at(now, refill(terms));
    OptionalLong back =
        current.missing() == 0 ? OptionalLong.empty() : current.whenBack(1, refill(terms));
    if (back.isEmpty()) {
      return Optional.empty();
    }
    long amount = current.backAt(back.getAsLong(), refill(terms));
    return Optional.of(new NextReturn(Instant.ofEpochMilli(back.getAsLong()), amount));
  }

  @Override
  public OptionalLong whenBack(CounterTerms terms, long units, long now) {
    return level.at(now, refill(terms)).whenBack(units, refill(terms));
  }

  @Override
  public void add(CounterTerms terms, Portion portion) {
    refill = refill(terms);
    capacity = terms.available();
    level = level.at(portion.moment(), refill);
    if (level.missing() == 0) {
      log.dropBefore(portion.moment());
      base = level;
    }
    billed = Math.min(billed, level.missing()) + portion.billed();
    level = level.minus(portion.units());
    log.add(portion.moment(), portion.included(), portion.billed());
    if (log.size() > Moments.MOST) {
      forgetHalf();
    }
  }

  @Override
  public Portion giveBack(Portion portion, long now) {
    level = level.at(Math.max(now, level.moment()), refill);
    if (log.isEmpty() || portion.moment() < base.moment()) {
      return portion;
    }
    Portion there = log.remove(portion);
    BucketLevel most = level.plus(there.units());
    BucketLevel replayed = replayed(log.size()).at(level.moment(), refill);
    // A refill that has changed since was used for the past too, so the past is not exactly known.
    if (replayed.atLeast(most)) {
      level = most;
    } else if (replayed.atLeast(level)) {
      level = replayed;
    }
    billed = Math.min(Math.max(0, billed - there.billed()), level.missing());
    return there;
  }

  @Override
  public long refundable(CounterTerms terms, List<Portion> held, long now) {
    long heldUnits = held.stream().mapToLong(Portion::units).sum();
    return Math.max(0, level.at(now, refill(terms)).missing() - heldUnits);
  }

  @Override
  public List<Portion> refund(CounterTerms terms, long units, List<Portion> held, long now) {
    refill = refill(terms);
    level = level.at(now, refill);
    billed = Math.min(billed, level.missing());
    long heldBilled = held.stream().mapToLong(Portion::billed).sum();
    long offBilled = Math.min(units, Math.max(0, billed - heldBilled));
    level = level.plus(units);
    billed -= offBilled;
    return log.refund(units - offBilled, offBilled, base.moment(), held);
  }

  @Override
  public long quietSince(CounterTerms terms, long now) {
    return refilledSince(terms.available(), refill(terms), now);
  }

  @Override
  public long mattersSince(long now) {
    return refilledSince(capacity, refill, now);
  }

  @Override
  public boolean idle(long now) {
    return level.at(now, refill).missing() == 0;
  }

  @Override
  public Counter copy() {
    BucketCounter copy = new BucketCounter(log.copy());
    copy.base = base;
    copy.level = level;
    copy.refill = refill;
    copy.capacity = capacity;
    copy.billed = billed;
    return copy;
  }

  @Override
  public void pack(Packing to) {
    log.pack(to);
    base.pack(to);
    level.pack(to);
    PackedTerms.refill(to, refill);
    to.number(capacity).number(billed);
  }

  static BucketCounter unpack(Unpacking from) {
    BucketCounter counter = new BucketCounter(Moments.unpack(from));
    counter.base = BucketLevel.unpack(from);
    counter.level = BucketLevel.unpack(from);
    counter.refill = PackedTerms.readRefill(from);
    counter.capacity = from.number();
    counter.billed = from.number();
    return counter;
  }

  /** A threshold is reported again when the whole bucket could have been refilled since. */
  private static long refilledSince(long capacity, Refill refill, long now) {
    OptionalLong refilled = BucketLevel.full(0).minus(capacity).whenBack(capacity, refill);
    return refilled.isPresent() ? now - refilled.getAsLong() + 1 : Long.MIN_VALUE;
  }

  /** The level after the first {@code size} moments of the log. */
  private BucketLevel replayed(int size) {
    BucketLevel replayed = base;
    for (int i = 0; i < size; i++) {
      replayed = replayed.at(log.moment(i), refill).minus(log.units(i));
    }
    return replayed;
  }

  private void forgetHalf() {
    int half = log.size() / 2;
    long from = log.moment(half);
    base = replayed(half).at(from, refill);
    log.dropBefore(from);
  }

  private static Refill refill(CounterTerms terms) {
    return terms.refill().orElseThrow();
  }
}
