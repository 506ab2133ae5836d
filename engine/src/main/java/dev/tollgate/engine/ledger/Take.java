package dev.tollgate.engine.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One decision to be made: all draws together, or none.
 *
 * @param decisionId never used before; known for 35 days once the decision was allowed
 * @param at the moment of the call, in whole milliseconds (what is finer is cut off)
 * @param request empty when the caller gave none
 * @param draws in the order in which they are judged, each from a counter of this account or from a
 *     shared one of this product; a counter may occur several times
 * @param expires when this is a hold: the moment, after {@code at}, from which it counts for
 *     nothing unless it was committed before. The billed units of a hold enter their day when it is
 *     committed.
 */
public record Take(
    String product,
    String account,
    String decisionId,
    Instant at,
    Optional<RequestId> request,
    List<Draw> draws,
    Optional<Instant> expires) {

  public Take {
    draws = List.copyOf(draws);
    if (account.isEmpty()) {
      throw new IllegalArgumentException("decision " + decisionId + " is for no account");
    }
    for (Draw draw : draws) {
      draw.key().mustServe(product, account);
    }
    if (expires.isPresent() && !expires.get().isAfter(at)) {
      throw new IllegalArgumentException("a hold at " + at + " until " + expires.get());
    }
  }
}
