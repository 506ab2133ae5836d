package dev.tollgate.engine.decide;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** What a decision says that was just made: what the call costs, its demands tell. */
sealed interface DemandedAnswer extends Answer permits GrantedAnswer, JudgedAnswer {

  Demands demands();

  @Override
  default Map<String, BigDecimal> cost() {
    return demands().cost();
  }

  @Override
  default List<CostLine> costs() {
    return demands().lines();
  }

  @Override
  default List<Assumed> assumed() {
    return demands().assumed();
  }
}
