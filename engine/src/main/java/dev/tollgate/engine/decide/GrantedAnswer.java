package dev.tollgate.engine.decide;

import dev.tollgate.engine.ledger.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a decision says whose cost was consumed.
 *
 * @param tallies one for each demand that is judged, in order
 * @param held whether it is held for a call whose cost is known later
 */
record GrantedAnswer(Demands demands, List<Tally> tallies, boolean held, Optional<Charge> charge)
    implements DemandedAnswer {

  @Override
  public Optional<Denied> denied() {
    return Optional.empty();
  }

  @Override
  public List<QuotaState> quotas() {
    return QuotaStates.after(demands, tallies);
  }

  @Override
  public List<Consumed> consumed() {
    List<Consumed> consumed = new ArrayList<>();
    for (int i = 0; i < tallies.size() && !held; i++) {
      Demand demand = demands.judged().get(i);
      Tally tally = tallies.get(i);
      if (!demand.inFlight()) {
        consumed.add(Consumed.of(demand, tally.day().day(), tally.included(), tally.billed()));
      }
    }
    return consumed;
  }
}
