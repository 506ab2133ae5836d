package dev.tollgate.engine.ledger;

import dev.tollgate.engine.pack.Packing;
import dev.tollgate.engine.pack.Unpacking;
import dev.tollgate.engine.policy.Window;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The units of one counter, in one form of window. It knows nothing of limits: it only says what is
 * used, and when that comes back.
 *
 * <p>Moments are milliseconds since 1970 in UTC by one clock, and never go back between two
 * changes. Only {@link #add}, {@link #giveBack} and {@link #refund} change anything; the questions
 * may be asked about any later moment. Not safe for use by several threads.
 */
sealed interface Counter
    permits RollingCounter,
        CalendarCounter,
        FromFirstCallCounter,
        EveryFromCounter,
        BucketCounter,
        InFlightCounter {

  /** A counter for {@code window} in which nothing is used. */
  static Counter of(Window window) {
    if (window instanceof Window.Rolling rolling) {
      return new RollingCounter(rolling.millis());
    }
    if (window instanceof Window.Calendar calendar) {
      return new CalendarCounter(calendar);
    }
    if (window instanceof Window.FromFirstCall fromFirstCall) {
      return new FromFirstCallCounter(fromFirstCall.millis());
    }
    if (window instanceof Window.EveryFrom everyFrom) {
      return new EveryFromCounter(everyFrom.days());
    }
    if (window instanceof Window.Bucket) {
      return new BucketCounter();
    }
    if (window instanceof Window.InFlight inFlight) {
      return new InFlightCounter(inFlight.forgottenAfterMillis());
    }
    throw new IllegalArgumentException("no counter for " + window);
  }

  /** Whether this counter goes on under {@code window}, which may be worded differently. */
  boolean counts(Window window);

  Form form();

  /** What is in the window at {@code now}. */
  Usage usage(CounterTerms terms, long now);

  /** The next units to come back after {@code now}; empty when none do, or nobody knows when. */
  Optional<NextReturn> nextReturn(CounterTerms terms, long now);

  /**
   * The first moment at which {@code units} of those used at {@code now} are back; empty when that
   * never happens.
   *
   * @param units from 1 to all that are used
   */
  OptionalLong whenBack(CounterTerms terms, long units, long now);

  /** Consumes; the moment of the portion is now. */
  void add(CounterTerms terms, Portion portion);

  /**
   * Gives a portion, or a part of one, back to its moment: from now on everything is as if it had
   * not been consumed. What has come back already is not given back again.
   *
   * @return the same without what {@link #refund} has given back of it
   */
  Portion giveBack(Portion portion, long now);

  /** How many units {@link #refund} can give back now: all that are used, but for those held. */
  long refundable(CounterTerms terms, List<Portion> held, long now);

  /**
   * Gives back units that are used now, the billed ones first and of those the latest.
   *
   * @param units from 1 to all that are refundable
   * @param held the portions of holds, which are not touched
   * @return what was given back, at the moments at which it was consumed where they are known
   */
  List<Portion> refund(CounterTerms terms, long units, List<Portion> held, long now);

  /**
   * The first moment from which a threshold that was reported is not reported again at {@code now}.
   */
  long quietSince(CounterTerms terms, long now);

  /** From when on a report of a threshold may still matter at {@code now}, whatever the terms. */
  long mattersSince(long now);

  /**
   * Whether everything is back at {@code now}, whatever the terms, so that a new counter answers
   * alike.
   */
  boolean idle(long now);

  Counter copy();

  /** Writes itself down, but for its form. */
  void pack(Packing to);

  /** A counter as one of that form wrote itself down. */
  static Counter unpack(Form form, Unpacking from) {
    switch (form) {
      case ROLLING:
        return RollingCounter.unpack(from);
      case CALENDAR:
        return CalendarCounter.unpack(from);
      case FROM_FIRST_CALL:
        return FromFirstCallCounter.unpack(from);
      case EVERY_FROM:
        return EveryFromCounter.unpack(from);
      case BUCKET:
        return BucketCounter.unpack(from);
      case IN_FLIGHT:
        return InFlightCounter.unpack(from);
      default:
        throw new IllegalArgumentException("no counter of form " + form);
    }
  }
}
