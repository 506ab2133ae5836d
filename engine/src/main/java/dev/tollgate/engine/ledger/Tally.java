package dev.tollgate.engine.ledger;

import java.util.List;

/**
 * What one allowed draw did to its counter, in steps.
 *
 * <p>A call that costs 30 when 90 of 100 included units are used, under a ceiling of 200: {@code
 * usedBefore} 90, {@code included} 10, {@code billed} 20, and {@code after} stands at 120 used of
 * which 100 are included.
 *
 * @param usedBefore all units in the window before this draw
 * @param included units of this draw that were marked included
 * @param billed units of this draw that were marked billed
 * @param day the calendar day of the draw, before and after it; both are the same for a hold
 * @param after how the counter stands now
 * @param crossed places in {@link CounterTerms#warnAt} of the thresholds that this draw reached,
 *     ascending, each at most once in a window
 */
public record Tally(
    long usedBefore,
    long included,
    long billed,
    BilledDay day,
    Standing after,
    List<Integer> crossed) {

  public Tally {
    crossed = List.copyOf(crossed);
  }
}
