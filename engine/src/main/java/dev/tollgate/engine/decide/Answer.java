package dev.tollgate.engine.decide;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a {@link Decision} says, however it comes by it. Immutable. */
interface Answer {

  Map<String, BigDecimal> cost();

  List<CostLine> costs();

  Optional<Denied> denied();

  List<QuotaState> quotas();

  List<Consumed> consumed();

  Optional<Charge> charge();

  List<Assumed> assumed();
}
