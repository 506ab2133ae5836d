package dev.tollgate.engine.ledger;

import dev.tollgate.engine.policy.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One counter at work: its units in the window, the holds among them that may expire, the
 * thresholds that were reported, and its clock, which never goes back. Questions change nothing and
 * may be asked about a later moment; holds that expire until then are released. Not safe for use by
 * several threads.
 */
final class Meter {

  /**
   * A counter is kept this much longer than it is needed, should the clock be set back a little.
   */
  private static final long SPARE_MILLIS = Duration.ofHours(1).toMillis();

  private final Counter counter;
  private final Holds holds;
  private final Thresholds thresholds;
  private final long firstMoment;
  private long lastMoment;
  private CounterTerms lastTerms;

  /** A meter with which nothing was counted before {@code at}. */
  Meter(CounterTerms terms, long at) {
    this(Counter.of(terms.window()), new Holds(), new Thresholds(), at, at, terms);
  }

  private Meter(
      Counter counter,
      Holds holds,
      Thresholds thresholds,
      long firstMoment,
      long lastMoment,
      CounterTerms lastTerms) {
    this.counter = counter;
    this.holds = holds;
    this.thresholds = thresholds;
    this.firstMoment = firstMoment;
    this.lastMoment = lastMoment;
    this.lastTerms = lastTerms;
  }

  /** Whether the units counted here are those of a quota with {@code window}. */
  boolean counts(Window window) {
    return counter.counts(window);
  }

  /** What {@code at} is by this meter's clock. */
  long now(long at) {
    return Math.max(at, lastMoment);
  }

  Usage usage(CounterTerms terms, long at) {
    return releasedBy(now(at)).usage(terms, now(at));
  }

  Optional<NextReturn> nextReturn(CounterTerms terms, long at) {
    if (holds.isEmpty()) {
      return counter.nextReturn(terms, now(at));
    }
    Meter ahead = copy();
    ahead.advance(at);
    return ahead.nextReturnOrExpiry(terms);
  }

  /**
   * The first moment with room for {@code cost} if nothing else happens; empty when it never comes.
   * For calls in flight it is the moment at which enough of them are forgotten.
   */
  OptionalLong whenRoom(CounterTerms terms, long cost, long at) {
    if (cost == 0) {
      return OptionalLong.of(now(at));
    }
    if (cost > terms.ceiling()) {
      return OptionalLong.empty();
    }
    Meter ahead = holds.isEmpty() ? this : copy();
    long now = now(at);
    while (true) {
      ahead.releaseExpired(now);
      // The ceiling may have been lowered below what is used.
      long tooMuch = ahead.counter.usage(terms, now).used() - (terms.ceiling() - cost);
      if (tooMuch <= 0) {
        return OptionalLong.of(now);
      }
      OptionalLong back = ahead.counter.whenBack(terms, tooMuch, now);
      OptionalLong expiry = ahead.holds.firstExpiry();
      if (expiry.isEmpty() || back.isPresent() && back.getAsLong() <= expiry.getAsLong()) {
        return back;
      }
      now = expiry.getAsLong();
    }
  }

  /**
   * Consumes, whether there is room or not.
   *
   * @param expires when this is a hold: until when
   */
  Drawing draw(Draw draw, String decisionId, long at, Optional<Instant> expires) {
    CounterTerms terms = draw.terms();
    advance(at);
    lastTerms = terms;
    Usage before = counter.usage(terms, lastMoment);
    long included =
        terms.billed()
            ? Math.min(draw.cost(), Math.max(0, terms.included() - before.included()))
            : draw.cost();
    Portion portion = new Portion(decisionId, lastMoment, included, draw.cost() - included);
    if (draw.cost() > 0) {
      counter.add(terms, portion);
      expires.ifPresent(moment -> holds.add(moment.toEpochMilli(), portion));
    }
    Usage after = counter.usage(terms, lastMoment);
    long quietSince = counter.quietSince(terms, lastMoment);
    return new Drawing(
        portion,
        before,
        after,
        thresholds.crossed(terms.warnAt(), before.used(), after.used(), quietSince));
  }

  /** Remembers that the thresholds which {@code drawing} crossed are being reported. */
  void report(Drawing drawing) {
    thresholds.report(drawing.crossed(), drawing.portion().moment());
  }

  /** Gives a portion, or a part of one, back to its moment. */
  void giveBack(Portion portion, long at) {
    advance(at);
    if (portion.units() > 0 && portion.moment() >= firstMoment) {
      counter.giveBack(portion, lastMoment);
    }
  }

  /**
   * From now on a hold counts like everything else.
   *
   * @return whether it was still held; otherwise it has expired and is released
   */
  boolean keepHold(String decisionId, Instant expires, long at) {
    advance(at);
    return holds.remove(expires.toEpochMilli(), decisionId);
  }

  /** Whether this meter can be dropped at {@code at}: a new one gives the same answers. */
  boolean idle(long at) {
    long now = at - SPARE_MILLIS;
    return now >= lastMoment
        && releasedBy(now).idle(now)
        && !thresholds.anyReportedSince(counter.quietSince(lastTerms, now));
  }

  private Meter copy() {
    return new Meter(
        counter.copy(), holds.copy(), thresholds.copy(), firstMoment, lastMoment, lastTerms);
  }

  private void advance(long at) {
    lastMoment = now(at);
    releaseExpired(lastMoment);
  }

  private void releaseExpired(long now) {
    for (Portion hold : holds.expiredBy(now)) {
      counter.giveBack(hold, now);
    }
    holds.dropExpired(now);
  }

  /** The counter as it stands at {@code now}; only to be asked. */
  private Counter releasedBy(long now) {
    List<Portion> expired = holds.expiredBy(now);
    if (expired.isEmpty()) {
      return counter;
    }
    Counter ahead = counter.copy();
    expired.forEach(hold -> ahead.giveBack(hold, now));
    return ahead;
  }

  /** Goes on from one expiry to the next, so it needs a meter of its own. */
  private Optional<NextReturn> nextReturnOrExpiry(CounterTerms terms) {
    while (true) {
      Optional<NextReturn> next = counter.nextReturn(terms, lastMoment);
      OptionalLong expiry = holds.firstExpiry();
      if (expiry.isEmpty()
          || next.isPresent() && next.get().at().toEpochMilli() < expiry.getAsLong()) {
        return next;
      }
      long before = counter.usage(terms, expiry.getAsLong() - 1).used();
      advance(expiry.getAsLong());
      long returned = before - counter.usage(terms, lastMoment).used();
      if (returned > 0) {
        return Optional.of(new NextReturn(Instant.ofEpochMilli(lastMoment), returned));
      }
    }
  }
}
