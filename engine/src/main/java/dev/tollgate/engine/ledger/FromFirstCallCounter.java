package dev.tollgate.engine.ledger;

import dev.tollgate.engine.pack.Packing;
import dev.tollgate.engine.pack.Unpacking;
import dev.tollgate.engine.policy.Window;
import java.time.Instant;
import java.util.List;
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
  public Form form() {
    return Form.FROM_FIRST_CALL;
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
  public Portion giveBack(Portion portion, long now) {
    if (idle(now) && now < start + millis && portion.moment() >= start) {
      return portion.atMost(0, 0);
    }
    if (idle(now) || portion.moment() < start) {
      return portion;
    }
    Portion there = portion.atMost(used - billed, billed);
    take(there);
    return there;
  }

  @Override
  public long refundable(CounterTerms terms, List<Portion> held, long now) {
    return idle(now) ? 0 : used - held(held).units();
  }

  @Override
  public List<Portion> refund(CounterTerms terms, long units, List<Portion> held, long now) {
    long offBilled = Math.min(units, billed - held(held).billed());
    Portion off = new Portion("", now, units - offBilled, offBilled);
    take(off.atMost(used - billed, billed));
    return List.of(off);
  }

  @Override
  public long quietSince(CounterTerms terms, long now) {
    return idle(now) ? now : start;
  }

  @Override
  public long mattersSince(long now) {
    return now - millis;
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

  @Override
  public void pack(Packing to) {
    to.number(millis).number(start).number(used).number(billed);
  }

  static FromFirstCallCounter unpack(Unpacking from) {
    FromFirstCallCounter counter = new FromFirstCallCounter(from.number());
    counter.start = from.number();
    counter.used = from.number();
    counter.billed = from.number();
    return counter;
  }

  private void take(Portion portion) {
    used -= portion.units();
    billed -= portion.billed();
  }

  /** What is held in this stretch. */
  private Portion held(List<Portion> held) {
    return held.stream()
        .filter(portion -> portion.moment() >= start)
        .reduce(new Portion("", start, 0, 0), Portion::with);
  }
}
