package dev.tollgate.engine.ledger;

import java.time.Instant;
import java.util.List;

/**
 * The end of a call and what it cost in the end.
 *
 * @param at the moment of the settlement
 * @param draws the cost in the end, under the terms of now. A counter that is not listed settles as
 *     it was decided, under the terms of then; one that the decision did not draw from is drawn
 *     from now. Several draws from one counter are added up. The cost of calls in flight does not
 *     matter: they end.
 */
public record Settlement(String decisionId, Instant at, List<Draw> draws) {

  public Settlement {
    draws = List.copyOf(draws);
  }

  /** Everything costs what was decided. */
  public static Settlement asDecided(String decisionId, Instant at) {
    return new Settlement(decisionId, at, List.of());
  }
}
