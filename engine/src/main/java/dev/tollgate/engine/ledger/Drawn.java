package dev.tollgate.engine.ledger;

import java.time.LocalDate;

/**
 * A draw that was allowed, as a decision remembers it.
 *
 * @param day the day of its billed units
 */
record Drawn(Draw draw, Portion portion, LocalDate day) {

  CounterKey key() {
    return draw.key();
  }
}
