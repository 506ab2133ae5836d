package dev.tollgate.engine.decide;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The answer to check and consume.
 *
 * @param decisionId empty for a check, which nothing can be done with later
 * @param at the moment that was judged
 * @param cost what the call consumes, in each quota's unit, by quota, in the order of the policy;
 *     quotas that do not count the call are absent
 * @param costs how each cost came about
 * @param denied present exactly when the call is not allowed
 * @param quotas how the quotas that count the call stand: after it when it was consumed, else
 *     before
 * @param consumed which units count as used now, and which of them are billed; empty when the call
 *     is not consumed, or held: then its commit says it
 * @param charge money that this decision added to the day; empty when nothing was billed
 * @param assumed facts that nobody stated and whose assumed values this answer rests on
 * @param replayed whether this answer was given before, to the same request id
 * @param policy hash of the policy that was in force
 */
public record Decision(
    boolean allowed,
    Optional<String> decisionId,
    Instant at,
    Map<String, BigDecimal> cost,
    List<CostLine> costs,
    Optional<Denied> denied,
    List<QuotaState> quotas,
    List<Consumed> consumed,
    Optional<Charge> charge,
    List<Assumed> assumed,
    boolean replayed,
    String policy) {

  public Decision {
    cost = Ordered.copyOf(cost);
    costs = List.copyOf(costs);
    quotas = List.copyOf(quotas);
    consumed = List.copyOf(consumed);
    assumed = List.copyOf(assumed);
    if (allowed == denied.isPresent()) {
      throw new IllegalArgumentException("allowed " + allowed + ", but " + denied);
    }
  }

  /** The same answer, given again. */
  public Decision asReplayed() {
    return new Decision(
        allowed,
        decisionId,
        at,
        cost,
        costs,
        denied,
        quotas,
        consumed,
        charge,
        assumed,
        true,
        policy);
  }
}
