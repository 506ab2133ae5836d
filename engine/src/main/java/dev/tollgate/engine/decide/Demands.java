package dev.tollgate.engine.decide;

import dev.tollgate.engine.ledger.Draw;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a call asks of all quotas that count it, under the terms of one moment. Immutable. */
final class Demands {

  static final Demands NOTHING = new Demands(List.of(), List.of(), Instant.MAX);

  private final List<Demand> all;
  private final List<Demand> judged;
  private final List<Draw> draws;
  private final List<Assumed> assumed;
  private final Instant until;

  /**
   * @param all in the order of the policy
   * @param until when the terms of any quota may change next, exclusive
   */
  Demands(List<Demand> all, List<Assumed> assumed, Instant until) {
    this.all = List.copyOf(all);
    this.judged = judged(this.all);
    this.draws = List.copyOf(judged.stream().map(Demand::draw).toList());
    this.assumed = List.copyOf(assumed);
    this.until = until;
  }

  private static List<Demand> judged(List<Demand> all) {
    for (Demand demand : all) {
      if (!demand.judged()) {
        return all.stream().filter(Demand::judged).toList();
      }
    }
    return all;
  }

  List<Demand> all() {
    return all;
  }

  /** Those that the ledger has to judge. */
  List<Demand> judged() {
    return judged;
  }

  List<Assumed> assumed() {
    return assumed;
  }

  Instant until() {
    return until;
  }

  List<Draw> draws() {
    return draws;
  }

  /** What the call consumes, in each quota's unit, by quota. */
  Map<String, BigDecimal> cost() {
    Map<String, BigDecimal> cost = new LinkedHashMap<>();
    judged.forEach(demand -> cost.put(demand.quota().name(), demand.units(demand.cost())));
    return cost;
  }

  List<CostLine> lines() {
    List<CostLine> lines = new ArrayList<>();
    judged.forEach(demand -> lines.addAll(demand.lines()));
    return lines;
  }
}
