package dev.tollgate.engine.decide;

import dev.tollgate.engine.ledger.Standing;
import java.util.List;
import java.util.Optional;

/**
 * What a decision says that consumed nothing.
 *
 * @param standings one for each demand that is judged, in order; empty where a moment is over, so
 *     that only terms can be told
 */
record JudgedAnswer(
    Demands demands,
    Optional<List<Standing>> standings,
    Optional<Denied> denied,
    Optional<Charge> charge)
    implements DemandedAnswer {

  @Override
  public List<QuotaState> quotas() {
    return standings.isPresent()
        ? QuotaStates.before(demands, standings.get())
        : QuotaStates.terms(demands);
  }

  @Override
  public List<Consumed> consumed() {
    return List.of();
  }
}
