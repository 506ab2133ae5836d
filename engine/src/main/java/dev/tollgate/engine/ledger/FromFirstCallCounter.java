package dev.tollgate.engine.ledger;

import dev.tollgate.engine.policy.Window;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A stretch of {@code millis} begins with the first call that consumes something after the last
 * stretch has ended; at its end everything is back. A stretch whose units were all given back never
 * began.
 */
final class FromFirstCallCounter implements Counter {

  private final long millis;
  private long start;
  private long used;
  private long billed;

  FromFirstCallCounter(long millis) {
    this.millis = millis;
  }

  @Override
  public boolean counts(Window window) {
    return window instanceof Window.FromFirstCall other && other.millis() == millis;
  }

  @Override
  public boolean steady() {
    return true;
  }

  @Override
  public Usage usage(CounterTerms terms, long now) {
    return idle(now) ? Usage.NONE : Usage.of(used, billed);
  }

  @Override
  public Optional<NextReturn> nextReturn(CounterTerms terms, long now) {
    return idle(now)
        ? Optional.empty()
        : Optional.of(new NextReturn(Instant.ofEpochMilli(start + millis), used));
  }

  @Override
  public OptionalLong whenBack(CounterTerms terms, long units, long now) {
    return OptionalLong.of(start + millis);
  }

  @Override
  public void add(CounterTerms terms, Portion portion) {
    if (idle(portion.moment())) {
      start = portion.moment();
      used = 0;
      billed = 0;
    }
    used += portion.units();
    billed += portion.billed();
  }

  @Override
  public void giveBack(Portion portion, long now) {
    if (!idle(now) && portion.moment() >= start) {
      used -= portion.units();
      billed -= portion.billed();
    }
  }

  @Override
  public long quietSince(CounterTerms terms, long now) {
    return idle(now) ? now : start;
  }

  @Override
  public boolean idle(long now) {
    return used == 0 || now >= start + millis;
  }

  @Override
  public Counter copy() {
    FromFirstCallCounter copy = new FromFirstCallCounter(millis);
    copy.start = start;
    copy.used = used;
    copy.billed = billed;
    return copy;
  }
}
