package dev.tollgate.engine.ledger;

import dev.tollgate.engine.pack.Packing;
import dev.tollgate.engine.pack.Unpacking;
import dev.tollgate.engine.policy.Window;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Everything comes back when the next stretch of so many days begins, counted from a date of the
 * account in its zone. Before that date the stretches go back in the same rhythm.
 */
final class EveryFromCounter implements Counter {

  private final int days;
  private final StretchLog log;

  EveryFromCounter(int days) {
    this(days, new StretchLog());
  }

  private EveryFromCounter(int days, StretchLog log) {
    this.days = days;
    this.log = log;
  }

  @Override
  public boolean counts(Window window) {
    return window instanceof Window.EveryFrom other && other.days() == days;
  }

  @Override
  public Form form() {
    return Form.EVERY_FROM;
  }

  @Override
  public Usage usage(CounterTerms terms, long now) {
    return log.usage(stretch(terms, now));
  }

  @Override
  public Optional<NextReturn> nextReturn(CounterTerms terms, long now) {
    return log.nextReturn(stretch(terms, now));
  }

  @Override
  public OptionalLong whenBack(CounterTerms terms, long units, long now) {
    return log.whenBack(stretch(terms, now));
  }

  @Override
  public void add(CounterTerms terms, Portion portion) {
    long now = portion.moment();
    log.add(stretch(terms, now), terms.zone(), now - longestMillis(), portion);
  }

  @Override
  public Portion giveBack(Portion portion, long now) {
    return log.giveBack(portion);
  }

  @Override
  public long refundable(CounterTerms terms, List<Portion> held, long now) {
    return log.refundable(stretch(terms, now), held);
  }

  @Override
  public List<Portion> refund(CounterTerms terms, long units, List<Portion> held, long now) {
    return log.refund(stretch(terms, now), units, held);
  }

  @Override
  public long quietSince(CounterTerms terms, long now) {
    return stretch(terms, now).from();
  }

  @Override
  public long mattersSince(long now) {
    return now - longestMillis();
  }

  @Override
  public boolean idle(long now) {
    return log.nothingSince(now - longestMillis());
  }

  @Override
  public Counter copy() {
    return new EveryFromCounter(days, log.copy());
  }

  @Override
  public void pack(Packing to) {
    to.number(days);
    log.pack(to);
  }

  static EveryFromCounter unpack(Unpacking from) {
    return new EveryFromCounter((int) from.number(), StretchLog.unpack(from));
  }

  private LocalStretch stretch(CounterTerms terms, long now) {
    return LocalStretch.ofDays(days, terms.start().orElseThrow(), terms.zone(), now);
  }

  /** No stretch in any zone is longer. */
  private long longestMillis() {
    return Duration.ofDays(days + 2L).toMillis();
  }
}
