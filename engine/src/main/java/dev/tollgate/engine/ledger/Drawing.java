package dev.tollgate.engine.ledger;

import java.util.List;

/**
 * What one draw did to its meter.
 *
 * @param crossed places of the thresholds to report
 */
record Drawing(Portion portion, Usage before, Usage after, List<Integer> crossed) {

  Drawing {
    crossed = List.copyOf(crossed);
  }
}
