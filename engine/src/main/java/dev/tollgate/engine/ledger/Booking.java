package dev.tollgate.engine.ledger;

import java.time.LocalDate;

/**
 * Units that count as used on a day from now on, in steps; below 0 where they do not any more. What
 * is held is booked when it is committed, on the day on which it was held.
 *
 * @param day in the zone that the account had at the moment of the units
 * @param included units that were marked included
 * @param billed units that were marked billed
 */
public record Booking(LocalDate day, long included, long billed) {

  boolean isEmpty() {
    return included == 0 && billed == 0;
  }
}
