package dev.tollgate.engine.decide;

import dev.tollgate.engine.ledger.Draw;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a call asks of all quotas that count it, under the terms of one moment.
 *
 * @param all in the order of the policy
 * @param until when the terms of any quota may change next, exclusive; what happens beyond a limit
 *     may change earlier
 */
record Demands(List<Demand> all, List<Assumed> assumed, Instant until) {

  Demands {
    all = List.copyOf(all);
    assumed = List.copyOf(assumed);
  }

  /** Those that the ledger has to judge. */
  List<Demand> judged() {
    return all.stream().filter(Demand::judged).toList();
  }

  List<Draw> draws() {
    return judged().stream().map(Demand::draw).toList();
  }

  /** What the call consumes, in each quota's unit, by quota. */
  Map<String, BigDecimal> cost() {
    Map<String, BigDecimal> cost = new LinkedHashMap<>();
    judged().forEach(demand -> cost.put(demand.quota().name(), demand.units(demand.cost())));
    return cost;
  }

  List<CostLine> lines() {
    List<CostLine> lines = new ArrayList<>();
    judged().forEach(demand -> lines.addAll(demand.lines()));
    return lines;
  }
}
