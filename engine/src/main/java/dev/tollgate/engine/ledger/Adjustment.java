package dev.tollgate.engine.ledger;

import dev.tollgate.engine.policy.Window;
import java.time.Instant;
import java.util.Optional;

/**
 * A goodwill credit or a correction of what an account has used of one counter.
 *
 * @param id of the adjustment, never used before by one or by a decision
 * @param account whose adjustment it is
 * @param units in steps, not 0: more than 0 gives back units that are used now, the billed ones
 *     first and of those the latest; less than 0 consumes now, whether there is room or not
 * @param reason why, in the words of whoever adjusts
 * @param request by which whoever asked can ask again; whether that was asked before is for the
 *     caller to know
 */
public record Adjustment(
    String id,
    String account,
    CounterKey key,
    CounterTerms terms,
    long units,
    Instant at,
    String reason,
    Optional<RequestId> request) {

  public Adjustment {
    key.mustServe(key.product(), account);
    if (units == 0 || units == Long.MIN_VALUE) {
      throw new IllegalArgumentException("adjustment " + id + " by " + units);
    }
    if (terms.window() instanceof Window.InFlight) {
      throw new IllegalArgumentException("adjustment " + id + " of calls in flight");
    }
  }
}
