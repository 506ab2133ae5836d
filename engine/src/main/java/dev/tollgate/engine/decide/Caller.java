package dev.tollgate.engine.decide;

import dev.tollgate.engine.ledger.Draw;
import dev.tollgate.engine.ledger.Drawn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The terms of an account that calls, as far as its calls are decided by them.
 *
 * @param quotas those that it has, in the order of the policy
 * @param subject itself, where it depends on that what its calls cost
 * @param until from when the terms may be others; {@link Instant#MAX} for never
 */
record Caller(List<Enforced> quotas, KnownCosts costs, Optional<Subject> subject, Instant until) {

  /** Quotas that are alike are the same. */
  @Override
  public boolean equals(Object other) {
    if (!(other instanceof Caller caller)
        || !until.equals(caller.until)
        || !costs.equals(caller.costs)
        || !subject.equals(caller.subject)) {
      return false;
    }
    for (int order = 0; order < quotas.size(); order++) {
      if (quotas.get(order) != caller.quotas.get(order)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    int hash = costs.hashCode();
    for (Enforced each : quotas) {
      hash = 31 * hash + System.identityHashCode(each);
    }
    return hash;
  }

  /** What is to be drawn for a call of an account. */
  List<Draw> draws(Optional<String> account, List<KnownCosts.Cost> costs) {
    List<Draw> draws = new ArrayList<>(costs.size());
    for (KnownCosts.Cost cost : costs) {
      Enforced enforced = quotas.get(cost.order());
      draws.add(
          new Draw(
              enforced.key(account, cost.keys()),
              enforced.beyond().get(cost.clause()).counter(),
              cost.steps()));
    }
    return draws;
  }

  /** The same where somebody is to be billed for it. */
  List<Demand> demands(List<KnownCosts.Cost> costs, List<Drawn> drawn) {
    List<Demand> demands = new ArrayList<>(costs.size());
    for (int i = 0; i < costs.size(); i++) {
      Enforced enforced = quotas.get(costs.get(i).order());
      demands.add(
          new Demand(
              enforced,
              Map.of(),
              drawn.get(i).draw(),
              enforced.beyond().get(costs.get(i).clause()).denial(),
              true,
              List.of(),
              false));
    }
    return demands;
  }

  /** What a call costs, as it was asked for. */
  List<KnownCosts.Cost> costs(List<Demand> judged) {
    List<KnownCosts.Cost> costs = new ArrayList<>();
    for (Demand demand : judged) {
      int order = 0;
      while (!quotas.get(order).terms().quota().name().equals(demand.quota().name())) {
        order++;
      }
      costs.add(
          new KnownCosts.Cost(
              order, clause(demand), List.copyOf(demand.keys().values()), demand.cost()));
    }
    return List.copyOf(costs);
  }

  /** Those that are alike for an account are the same here and there. */
  private static int clause(Demand demand) {
    List<Enforcement> beyond = demand.enforced().beyond();
    for (int clause = 0; clause < beyond.size(); clause++) {
      if (beyond.get(clause).counter() == demand.counter()) {
        return clause;
      }
    }
    throw new IllegalStateException(demand.quota().id() + " is enforced by none of its clauses");
  }
}
