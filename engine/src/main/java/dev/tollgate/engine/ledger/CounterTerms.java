package dev.tollgate.engine.ledger;

import dev.tollgate.engine.policy.Unit;
import dev.tollgate.engine.policy.Window;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Under which terms a counter is judged now. All amounts are whole steps of the quota's unit, from
 * 0; {@link Unit#UNLIMITED} is no limit. The terms may differ from one question to the next: what
 * was consumed stays consumed and the new terms apply at once.
 *
 * @param window when units come back; a counter whose window has changed begins anew, empty
 * @param zone the account's zone: for the calendar of a window that names no zone of its own, and
 *     for the day that a billed unit belongs to
 * @param start first day of the stretches of {@link Window.EveryFrom}; empty for all other windows
 * @param available what the account may consume in a window; the capacity of a bucket
 * @param included what is not billed, at most {@code available}; without meaning unless units are
 *     billed
 * @param ceiling what is enforced: a call has room when all units in the window come to no more
 * @param refill how fast a bucket fills; empty for all other windows
 * @param billedBy by what units beyond {@code included} are billed; otherwise every unit is
 *     included
 * @param warnAt amounts whose crossing is reported, ascending; a threshold is known by its place in
 *     this list
 */
public record CounterTerms(
    Window window,
    ZoneId zone,
    Optional<LocalDate> start,
    long available,
    long included,
    long ceiling,
    Optional<Refill> refill,
    Optional<BilledBy> billedBy,
    List<Long> warnAt) {

  public CounterTerms {
    warnAt = List.copyOf(warnAt);
    if (available < 0 || included < 0 || ceiling < 0) {
      throw new IllegalArgumentException(
          "available " + available + ", included " + included + ", ceiling " + ceiling);
    }
    if (start.isPresent() != window instanceof Window.EveryFrom) {
      throw new IllegalArgumentException(window.text() + " with start " + start);
    }
    if (refill.isPresent() != window instanceof Window.Bucket) {
      throw new IllegalArgumentException(window.text() + " with refill " + refill);
    }
  }

  /** Plain terms: all that is available is included and enforced, and nothing is reported. */
  public static CounterTerms of(Window window, ZoneId zone, long limit) {
    return new CounterTerms(
        window,
        zone,
        Optional.empty(),
        limit,
        limit,
        limit,
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  /** Whether units beyond {@code included} are marked as billed. */
  public boolean billed() {
    return billedBy.isPresent();
  }
}
