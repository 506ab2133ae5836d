package dev.tollgate.engine.ledger;

import dev.tollgate.engine.policy.Window;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The units of one counter, in one form of window. It knows nothing of limits: it only says what is
 * used, and when that comes back.
 *
 * <p>Moments are milliseconds since 1970 in UTC by one clock, and never go back between two
 * changes. Only {@link #add} and {@link #giveBack} change anything; the questions may be asked
 * about any later moment. Not safe for use by several threads.
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

  /** Whether its moments are steady time; otherwise they are those of the wall clock. */
  boolean steady();

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
   */
  void giveBack(Portion portion, long now);

  /**
   * The first moment from which a threshold that was reported is not reported again at {@code now}.
   */
  long quietSince(CounterTerms terms, long now);

  /**
   * Whether everything is back at {@code now}, whatever the terms, so that a new counter answers
   * alike.
   */
  boolean idle(long now);

  Counter copy();
}
