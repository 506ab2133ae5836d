package dev.tollgate.engine.ledger;

import dev.tollgate.engine.pack.Packing;
import dev.tollgate.engine.pack.Unpacking;
import dev.tollgate.engine.policy.Window;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Each unit comes back exactly {@code millis} after it was consumed.
 *
 * <p>Up to 1,000 distinct moments are kept as they are. With one more, all are merged into cells of
 * a 480th of the window, each at its latest moment, so that a unit comes back late by less than a
 * cell and never early. A moment never leaves its cell, however often cells are merged.
 */
final class RollingCounter implements Counter {

  static final int CELLS_PER_WINDOW = 480;

  private final long millis;
  private final Moments log;

  RollingCounter(long millis) {
    this(millis, new Moments());
  }

  private RollingCounter(long millis, Moments log) {
    this.millis = millis;
    this.log = log;
  }

  @Override
  public boolean counts(Window window) {
    return window instanceof Window.Rolling rolling && rolling.millis() == millis;
  }

  @Override
  public Form form() {
    return Form.ROLLING;
  }

  @Override
  public Usage usage(CounterTerms terms, long now) {
    return log.since(firstInWindow(now));
  }

  @Override
  public Optional<NextReturn> nextReturn(CounterTerms terms, long now) {
    int oldest = log.indexSince(firstInWindow(now));
    return oldest == log.size()
        ? Optional.empty()
        : Optional.of(
            new NextReturn(Instant.ofEpochMilli(log.moment(oldest) + millis), log.units(oldest)));
  }

  @Override
  public OptionalLong whenBack(CounterTerms terms, long units, long now) {
    OptionalLong consumed = log.untilUnits(units, firstInWindow(now));
    return consumed.isPresent()
        ? OptionalLong.of(consumed.getAsLong() + millis)
        : OptionalLong.empty();
  }

  @Override
  public void add(CounterTerms terms, Portion portion) {
    log.dropBefore(firstInWindow(portion.moment()));
    log.add(portion.moment(), portion.included(), portion.billed());
    if (log.size() > Moments.MOST) {
      // So many distinct moments need a window of more than as many milliseconds: a cell is not
      // empty.
      long cellMillis = millis / CELLS_PER_WINDOW;
      log.coalesce(moment -> Math.floorDiv(moment, cellMillis));
    }
  }

  @Override
  public Portion giveBack(Portion portion, long now) {
    log.dropBefore(firstInWindow(now));
    return log.remove(portion);
  }

  @Override
  public long refundable(CounterTerms terms, List<Portion> held, long now) {
    return log.refundable(firstInWindow(now), held).used();
  }

  @Override
  public List<Portion> refund(CounterTerms terms, long units, List<Portion> held, long now) {
    log.dropBefore(firstInWindow(now));
    return log.refund(units, firstInWindow(now), held);
  }

  @Override
  public long quietSince(CounterTerms terms, long now) {
    return firstInWindow(now);
  }

  @Override
  public long mattersSince(long now) {
    return firstInWindow(now);
  }

  @Override
  public boolean idle(long now) {
    return log.isEmpty() || log.last() < firstInWindow(now);
  }

  @Override
  public Counter copy() {
    return new RollingCounter(millis, log.copy());
  }

  @Override
  public void pack(Packing to) {
    to.number(millis);
    log.pack(to);
  }

  static RollingCounter unpack(Unpacking from) {
    return new RollingCounter(from.number(), Moments.unpack(from));
  }

  /** How many distinct moments are kept. */
  int moments() {
    return log.size();
  }

  /** What was consumed at this moment or later is not back yet at {@code now}. */
  private long firstInWindow(long now) {
    return now - millis + 1;
  }
}
