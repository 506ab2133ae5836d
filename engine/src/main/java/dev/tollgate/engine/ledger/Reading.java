package dev.tollgate.engine.ledger;

/**
 * What a counter's clock says. Calendars count by the wall clock, all other windows by steady time.
 *
 * @param moment milliseconds since 1970 in UTC, by the counter's clock
 * @param ahead how far that is ahead of steady time, by which holds expire; 0 where the counter
 *     itself counts by steady time
 */
public record Reading(long moment, long ahead) {

  /** The same clock at another of its moments. */
  Reading at(long otherMoment) {
    return otherMoment == moment ? this : new Reading(otherMoment, ahead);
  }

  /** The moment in steady time. */
  long steady() {
    return moment - ahead;
  }
}
