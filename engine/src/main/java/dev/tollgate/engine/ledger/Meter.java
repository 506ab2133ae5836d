package dev.tollgate.engine.ledger;

import dev.tollgate.engine.pack.Packing;
import dev.tollgate.engine.pack.Unpacking;
import dev.tollgate.engine.policy.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One counter at work: its units in the window, the holds among them that may expire, the
 * thresholds that were reported, and its clock, which never goes back. Questions change nothing and
 * may be asked about a later moment; holds that expire until then are released. All moments are
 * those of the counter's clock, except that holds expire by steady time. Not safe for use by
 * several threads.
 */
final class Meter {

  /**
   * A counter is kept this much longer than it is needed, should the clock be set back a little.
   */
  private static final long SPARE_MILLIS = Duration.ofHours(1).toMillis();

  /** Of the bytes in which meters are written down. */
  private static final int VERSION = 1;

  private final Counter counter;
  private Holds holds;
  private long[] reportedAt;
  private final long firstMoment;
  private long lastMoment;

  /** A meter with which nothing was counted before {@code at}. */
  Meter(CounterTerms terms, long at) {
    this(Counter.of(terms.window()), Holds.NONE, Thresholds.NONE_REPORTED, at, at);
  }

  private Meter(
      Counter counter, Holds holds, long[] reportedAt, long firstMoment, long lastMoment) {
    this.counter = counter;
    this.holds = holds;
    this.reportedAt = reportedAt;
    this.firstMoment = firstMoment;
    this.lastMoment = lastMoment;
  }

  /** Whether the units counted here are those of a quota with {@code window}. */
  boolean counts(Window window) {
    return counter.counts(window);
  }

  /** Whether this meter's clock is steady time; otherwise it is the wall clock. */
  boolean steady() {
    return counter.form().steady();
  }

  static Meter unpack(Unpacking from) {
    long version = from.number();
    if (version != VERSION) {
      throw new IllegalArgumentException("a counter of version " + version + ", not " + VERSION);
    }
    long firstMoment = from.number();
    long lastMoment = from.number();
    Holds holds = Holds.unpack(from);
    long[] reportedAt = Thresholds.unpack(from);
    Counter counter = Counter.unpack(from.one(Form.class), from);
    from.mustEnd();
    return new Meter(counter, holds, reportedAt, firstMoment, lastMoment);
  }

  /** Writes itself down with everything that an answer depends on. */
  byte[] pack() {
    Packing to = new Packing().number(VERSION).number(firstMoment).number(lastMoment);
    holds.pack(to);
    Thresholds.pack(to, reportedAt);
    to.number(counter.form().ordinal());
    counter.pack(to);
    return to.bytes();
  }

  /** What {@code at} is by this meter's clock. */
  Reading now(Reading at) {
    return at.at(Math.max(at.moment(), lastMoment));
  }

  Usage usage(CounterTerms terms, Reading at) {
    Reading now = now(at);
    return releasedBy(now).usage(terms, now.moment());
  }

  Optional<NextReturn> nextReturn(CounterTerms terms, Reading at) {
    if (holds.isEmpty()) {
      return counter.nextReturn(terms, now(at).moment());
    }
    Meter ahead = copy();
    ahead.advance(at);
    return ahead.nextReturnOrExpiry(terms, at.ahead());
  }

  /**
   * The first moment with room for {@code cost} if nothing else happens; empty when it never comes.
   * For calls in flight it is the moment at which enough of them are forgotten.
   */
  OptionalLong whenRoom(CounterTerms terms, long cost, Reading at) {
    if (cost == 0) {
      return OptionalLong.of(now(at).moment());
    }
    if (cost > terms.ceiling()) {
      return OptionalLong.empty();
    }
    Meter ahead = holds.isEmpty() ? this : copy();
    Reading now = now(at);
    while (true) {
      ahead.releaseExpired(now);
      // The ceiling may have been lowered below what is used.
      long tooMuch = ahead.counter.usage(terms, now.moment()).used() - (terms.ceiling() - cost);
      if (tooMuch <= 0) {
        return OptionalLong.of(now.moment());
      }
      OptionalLong back = ahead.counter.whenBack(terms, tooMuch, now.moment());
      OptionalLong expiry = ahead.firstExpiry(at.ahead());
      if (expiry.isEmpty() || back.isPresent() && back.getAsLong() <= expiry.getAsLong()) {
        return back;
      }
      now = now.at(expiry.getAsLong());
    }
  }

  /**
   * Consumes, whether there is room or not.
   *
   * @param expires when this is a hold: until when, in steady time
   */
  Drawing draw(Draw draw, String decisionId, Reading at, OptionalLong expires) {
    CounterTerms terms = draw.terms();
    advance(at);
    Usage before = counter.usage(terms, lastMoment);
    long included =
        terms.billed()
            ? Math.min(draw.cost(), Math.max(0, terms.included() - before.included()))
            : draw.cost();
    Portion portion = new Portion(decisionId, lastMoment, included, draw.cost() - included);
    add(terms, portion, expires);
    Usage after = counter.usage(terms, lastMoment);
    long quietSince = counter.quietSince(terms, lastMoment);
    return new Drawing(
        portion,
        before,
        after,
        Thresholds.crossed(reportedAt, terms.warnAt(), before.used(), after.used(), quietSince));
  }

  /** Consumes a portion once more, when changes are repeated. */
  void redraw(CounterTerms terms, Portion portion, OptionalLong expires, long ahead) {
    advance(new Reading(portion.moment(), ahead));
    add(terms, portion, expires);
  }

  /** Remembers that the thresholds at these places were reported at a moment. */
  void report(List<Integer> places, long moment) {
    reportedAt = Thresholds.report(reportedAt, places, moment);
  }

  /**
   * Gives a portion, or a part of one, back to its moment; what of it had not been refunded before.
   */
  Portion giveBack(Portion portion, Reading at) {
    advance(at);
    return portion.units() > 0 && portion.moment() >= firstMoment
        ? counter.giveBack(portion, lastMoment)
        : portion;
  }

  /** How many units can be refunded: all that are used, but for those held. */
  long refundable(CounterTerms terms, Reading at) {
    Meter ahead = copy();
    ahead.advance(at);
    return ahead.counter.refundable(terms, ahead.holds.all(), ahead.lastMoment);
  }

  /** Gives back units that are used now, at most those that are refundable; what was given back. */
  List<Portion> refund(CounterTerms terms, long units, Reading at) {
    advance(at);
    return counter.refund(terms, units, holds.all(), lastMoment);
  }

  /**
   * From now on a hold counts like everything else.
   *
   * @param expires in steady time
   * @return whether it was still held; otherwise it has expired and is released
   */
  boolean keepHold(String decisionId, long expires, Reading at) {
    advance(at);
    boolean held = holds.remove(expires, decisionId);
    holds = holds.isEmpty() ? Holds.NONE : holds;
    return held;
  }

  /** Whether this meter can be dropped at {@code at}: a new one gives the same answers. */
  boolean idle(Reading at) {
    Reading now = at.at(at.moment() - SPARE_MILLIS);
    return now.moment() >= lastMoment
        && releasedBy(now).idle(now.moment())
        && !Thresholds.anyReportedSince(reportedAt, counter.mattersSince(now.moment()));
  }

  Meter copy() {
    return new Meter(counter.copy(), holds.copy(), reportedAt, firstMoment, lastMoment);
  }

  private void add(CounterTerms terms, Portion portion, OptionalLong expires) {
    if (portion.units() > 0) {
      counter.add(terms, portion);
      if (expires.isPresent()) {
        holds = holds.with(expires.getAsLong(), portion);
      }
    }
  }

  private void advance(Reading at) {
    Reading now = now(at);
    lastMoment = now.moment();
    releaseExpired(now);
  }

  private void releaseExpired(Reading now) {
    if (holds.isEmpty()) {
      return;
    }
    for (Portion hold : holds.expiredBy(now.steady())) {
      counter.giveBack(hold, now.moment());
    }
    holds.dropExpired(now.steady());
    holds = holds.isEmpty() ? Holds.NONE : holds;
  }

  /** The counter as it stands at {@code now}; only to be asked. */
  private Counter releasedBy(Reading now) {
    List<Portion> expired = holds.expiredBy(now.steady());
    if (expired.isEmpty()) {
      return counter;
    }
    Counter released = counter.copy();
    expired.forEach(hold -> released.giveBack(hold, now.moment()));
    return released;
  }

  /** The first expiry of a hold by the counter's clock. */
  private OptionalLong firstExpiry(long ahead) {
    OptionalLong steady = holds.firstExpiry();
    return steady.isEmpty() ? steady : OptionalLong.of(steady.getAsLong() + ahead);
  }

  /** Goes on from one expiry to the next, so it needs a meter of its own. */
  private Optional<NextReturn> nextReturnOrExpiry(CounterTerms terms, long ahead) {
    while (true) {
      Optional<NextReturn> next = counter.nextReturn(terms, lastMoment);
      OptionalLong expiry = firstExpiry(ahead);
      if (expiry.isEmpty()
          || next.isPresent() && next.get().at().toEpochMilli() < expiry.getAsLong()) {
        return next;
      }
      long before = counter.usage(terms, expiry.getAsLong() - 1).used();
      advance(new Reading(expiry.getAsLong(), ahead));
      long returned = before - counter.usage(terms, lastMoment).used();
      if (returned > 0) {
        return Optional.of(new NextReturn(Instant.ofEpochMilli(lastMoment), returned));
      }
    }
  }
}
