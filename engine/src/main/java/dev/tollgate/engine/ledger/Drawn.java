package dev.tollgate.engine.ledger;

import java.time.LocalDate;

/**
 * A draw that was allowed, as a decision remembers it.
 *
 * @param day the calendar day of its units in the account's zone
 */
public record Drawn(Draw draw, Portion portion, LocalDate day) {

  /** Which counter was drawn from. */
  public CounterKey key() {
    return draw.key();
  }
}
