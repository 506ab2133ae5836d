package dev.tollgate.engine.ledger;

import dev.tollgate.engine.policy.Window;
import java.time.Instant;
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

  static final int EXACT_MOMENTS = 1_000;
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
  public boolean steady() {
    return true;
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
    if (log.size() > EXACT_MOMENTS) {
      // So many distinct moments need a window of more than as many milliseconds: a cell is not
      // empty.
      long cellMillis = millis / CELLS_PER_WINDOW;
      log.coalesce(moment -> Math.floorDiv(moment, cellMillis));
    }
  }

  @Override
  public void giveBack(Portion portion, long now) {
    log.dropBefore(firstInWindow(now));
    log.remove(portion.moment(), portion.included(), portion.billed());
  }

  @Override
  public long quietSince(CounterTerms terms, long now) {
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

  /** How many distinct moments are kept. */
  int moments() {
    return log.size();
  }

  /** What was consumed at this moment or later is not back yet at {@code now}. */
  private long firstInWindow(long now) {
    return now - millis + 1;
  }
}
