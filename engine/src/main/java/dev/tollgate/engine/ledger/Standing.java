package dev.tollgate.engine.ledger;

import dev.tollgate.engine.policy.Unit;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How a counter stands at a moment, in steps.
 *
 * @param used all units in the window; may be above a limit that was lowered
 * @param includedUsed those of them that were marked included
 * @param nextReturn when units come back next if nothing else happens; empty when nothing is used,
 *     when nothing ever comes back, and for calls in flight
 * @param day the calendar day of the moment in the account's zone
 * @param billedOfDay billed units of that day, of the quota and account over all their counters
 */
public record Standing(
    long used,
    long includedUsed,
    Optional<NextReturn> nextReturn,
    LocalDate day,
    long billedOfDay) {

  /** What is left of {@code limit}, never below 0; {@link Unit#UNLIMITED} of no limit. */
  public long remaining(long limit) {
    return limit == Unit.UNLIMITED ? limit : Math.max(0, limit - used);
  }
}
