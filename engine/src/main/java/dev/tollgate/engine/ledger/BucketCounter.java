package dev.tollgate.engine.ledger;

import dev.tollgate.engine.pack.Packing;
import dev.tollgate.engine.pack.Unpacking;
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

  /** The level before the first moment of the log. */
  private BucketLevel base;

  // The level after the last, and the refill it was found with, in few bytes.
  private long moment;
  private long missing;
  private long progress;
  private long refillSteps;
  private long refillMillis;
  private long capacity;
  private long billed;

  BucketCounter() {
    this(new Moments());
  }

  private BucketCounter(Moments log) {
    this.log = log;
    this.base = BucketLevel.FULL;
    this.refillMillis = 1;
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
    long missing = level().at(now, refill(terms)).missing();
    return Usage.of(missing, Math.min(billed, missing));
  }

  @Override
  public Optional<NextReturn> nextReturn(CounterTerms terms, long now) {
    BucketLevel current = level().at(now, refill(terms));
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
    return level().at(now, refill(terms)).whenBack(units, refill(terms));
  }

  @Override
  public void add(CounterTerms terms, Portion portion) {
    capacity = terms.available();
    become(level().at(portion.moment(), refill(terms)), refill(terms));
    if (missing == 0) {
      log.dropBefore(portion.moment());
      base = BucketLevel.FULL;
    }
    billed = Math.min(billed, missing) + portion.billed();
    missing = Math.addExact(missing, portion.units());
    log.add(portion.moment(), portion.included(), portion.billed());
    if (log.size() > Moments.MOST) {
      forgetHalf();
    }
  }

  @Override
  public Portion giveBack(Portion portion, long now) {
    BucketLevel level = level().at(Math.max(now, moment), refill());
    become(level, refill());
    if (log.isEmpty() || portion.moment() < Math.max(base.moment(), log.moment(0))) {
      return portion;
    }
    Portion there = log.remove(portion);
    BucketLevel most = level.plus(there.units());
    BucketLevel replayed = replayed(log.size()).at(moment, refill());
    // A refill that has changed since was used for the past too, so the past is not exactly known.
    if (replayed.atLeast(most)) {
      become(most, refill());
    } else if (replayed.atLeast(level)) {
      become(replayed, refill());
    }
    billed = Math.min(Math.max(0, billed - there.billed()), missing);
    return there;
  }

  @Override
  public long refundable(CounterTerms terms, List<Portion> held, long now) {
    long heldUnits = held.stream().mapToLong(Portion::units).sum();
    return Math.max(0, level().at(now, refill(terms)).missing() - heldUnits);
  }

  @Override
  public List<Portion> refund(CounterTerms terms, long units, List<Portion> held, long now) {
    become(level().at(now, refill(terms)), refill(terms));
    billed = Math.min(billed, missing);
    long heldBilled = held.stream().mapToLong(Portion::billed).sum();
    long offBilled = Math.min(units, Math.max(0, billed - heldBilled));
    become(level().plus(units), refill());
    billed -= offBilled;
    return log.refund(units - offBilled, offBilled, base.moment(), held);
  }

  @Override
  public long quietSince(CounterTerms terms, long now) {
    return refilledSince(terms.available(), refill(terms), now);
  }

  @Override
  public long mattersSince(long now) {
    return refilledSince(capacity, refill(), now);
  }

  @Override
  public boolean idle(long now) {
    return level().at(now, refill()).missing() == 0;
  }

  @Override
  public Counter copy() {
    BucketCounter copy = new BucketCounter(log.copy());
    copy.base = base;
    copy.become(level(), refill());
    copy.capacity = capacity;
    copy.billed = billed;
    return copy;
  }

  @Override
  public void pack(Packing to) {
    log.pack(to);
    base.pack(to);
    to.number(moment).number(missing).number(progress);
    to.number(refillSteps).number(refillMillis);
    to.number(capacity).number(billed);
  }

  static BucketCounter unpack(Unpacking from) {
    BucketCounter counter = new BucketCounter(Moments.unpack(from));
    counter.base = BucketLevel.unpack(from);
    counter.moment = from.number();
    counter.missing = from.number();
    counter.progress = from.number();
    counter.refillSteps = from.number();
    counter.refillMillis = from.number();
    counter.capacity = from.number();
    counter.billed = from.number();
    return counter;
  }

  /** A threshold is reported again when the whole bucket could have been refilled since. */
  private static long refilledSince(long capacity, Refill refill, long now) {
    OptionalLong refilled = BucketLevel.FULL.minus(capacity).whenBack(capacity, refill);
    return refilled.isPresent() ? now - refilled.getAsLong() + 1 : Long.MIN_VALUE;
  }

  /** The level after the first {@code size} moments of the log. */
  private BucketLevel replayed(int size) {
    BucketLevel replayed = base;
    for (int i = 0; i < size; i++) {
      replayed = replayed.at(log.moment(i), refill()).minus(log.units(i));
    }
    return replayed;
  }

  private void forgetHalf() {
    int half = log.size() / 2;
    long from = log.moment(half);
    base = replayed(half).at(from, refill());
    log.dropBefore(from);
  }

  private BucketLevel level() {
    return new BucketLevel(moment, missing, progress, refillMillis);
  }

  /** A level that was found with this refill; a full one, and so all of it, has no progress. */
  private void become(BucketLevel level, Refill refill) {
    moment = level.moment();
    missing = level.missing();
    progress = level.progress();
    refillSteps = refill.steps();
    refillMillis = refill.perMillis();
  }

  private Refill refill() {
    return new Refill(refillSteps, refillMillis);
  }

  private static Refill refill(CounterTerms terms) {
    return terms.refill().orElseThrow();
  }
}
