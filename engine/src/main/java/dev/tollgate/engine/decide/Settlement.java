package dev.tollgate.engine.decide;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The answer to commit and cancel, and to an adjustment.
 *
 * @param decisionId or the id of the adjustment
 * @param outcome what became of the decision
 * @param settled false when the call consumed more than was held and the rest has no room; the hold
 *     stays
 * @param cost what the decision consumes now, in each quota's unit, by quota
 * @param shortBy missing units of the first quota without room; present exactly when not settled
 * @param consumed which units count as used from now on, or below 0 do not any more
 * @param charge the change of the day's money; empty when there is none
 * @param replayed whether this answer was given before
 */
public record Settlement(
    String decisionId,
    Outcome outcome,
    boolean settled,
    Instant at,
    Map<String, BigDecimal> cost,
    Optional<BigDecimal> shortBy,
    List<Consumed> consumed,
    Optional<Charge> charge,
    List<QuotaState> quotas,
    boolean replayed) {

  public Settlement {
    cost = Ordered.copyOf(cost);
    consumed = List.copyOf(consumed);
    quotas = List.copyOf(quotas);
  }

  /** What became of a decision. */
  public enum Outcome {
    COMMITTED,
    CANCELLED,
    /** Not settled: it is held as before. */
    HELD,
    /** Nothing was decided: what was used is adjusted. */
    ADJUSTED
  }

  /** The same answer, given again. */
  public Settlement asReplayed() {
    return new Settlement(
        decisionId, outcome, settled, at, cost, shortBy, consumed, charge, quotas, true);
  }
}
