package dev.tollgate.engine.ledger;

import dev.tollgate.engine.policy.Unit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How a counter stands at a moment, in steps. Every decision is remembered with one for each of its
 * counters, so it is of plain numbers.
 *
 * @param used all units in the window; may be above a limit that was lowered
 * @param includedUsed those of them that were marked included
 * @param returning how many units come back next; 0 where {@code returnsAt} says none
 * @param returnsAt when, in milliseconds since 1970 in UTC; {@link Long#MIN_VALUE} for none
 * @param day the calendar day of the moment in the account's zone
 * @param billedOfDay billed units of that day, of the quota and account over all their counters
 */
public record Standing(
    long used, long includedUsed, long returning, long returnsAt, LocalDate day, long billedOfDay) {

  private static final long NO_RETURN = Long.MIN_VALUE;

  static Standing of(
      Usage usage, Optional<NextReturn> nextReturn, LocalDate day, long billedOfDay) {
    return new Standing(
        usage.used(),
        usage.included(),
        nextReturn.isPresent() ? nextReturn.get().amount() : 0,
        nextReturn.isPresent() ? nextReturn.get().at().toEpochMilli() : NO_RETURN,
        day,
        billedOfDay);
  }

  /** One in which nothing is used. */
  public static Standing unused(LocalDate day, long billedOfDay) {
    return of(Usage.NONE, Optional.empty(), day, billedOfDay);
  }

  /**
   * When units come back next if nothing else happens; empty when nothing is used, when nothing
   * ever comes back, and for calls in flight.
   */
  public Optional<NextReturn> nextReturn() {
    return returnsAt == NO_RETURN
        ? Optional.empty()
        : Optional.of(new NextReturn(Instant.ofEpochMilli(returnsAt), returning));
  }

  /** What is left of {@code limit}, never below 0; {@link Unit#UNLIMITED} of no limit. */
  public long remaining(long limit) {
    return limit == Unit.UNLIMITED ? limit : Math.max(0, limit - used);
  }
}
