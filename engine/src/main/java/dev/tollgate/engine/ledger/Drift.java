package dev.tollgate.engine.ledger;

/**
 * How the wall clock has moved against steady time, which nobody can set. All moments that a ledger
 * is told or tells are wall time; units come back, calls are forgotten and holds expire by steady
 * time, except where a calendar rules.
 *
 * <p>Worked example: the wall clock is set forward by an hour. From then on the drift is 3,600,000,
 * and what was consumed at 10:00 in a rolling window of 24 hours is back at 11:00 of the next day.
 */
@FunctionalInterface
public interface Drift {

  /** Clocks that nobody sets. */
  Drift NONE = wallMillis -> 0;

  /**
   * The wall clock minus steady time at a moment of the wall clock, in milliseconds; for a later
   * moment than now, what it is now. Wall time minus this never goes back.
   *
   * @param wallMillis since 1970 in UTC
   */
  long millisAt(long wallMillis);
}
