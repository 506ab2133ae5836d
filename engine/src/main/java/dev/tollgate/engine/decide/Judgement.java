package dev.tollgate.engine.decide;

import dev.tollgate.engine.ledger.Shortage;
import dev.tollgate.engine.ledger.Standing;
import java.util.List;

/**
 * How the counters that a call draws from stand, and which of them have no room for it.
 *
 * @param standings one for each demand that is judged, in order
 * @param shortages by place among those demands
 */
record Judgement(List<Standing> standings, List<Shortage> shortages) {

  Judgement {
    standings = List.copyOf(standings);
    shortages = List.copyOf(shortages);
  }

  boolean fits() {
    return shortages.isEmpty();
  }
}
