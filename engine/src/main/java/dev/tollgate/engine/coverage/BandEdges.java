package dev.tollgate.engine.coverage;

import dev.tollgate.engine.decide.Grounds;
import dev.tollgate.engine.policy.Cost;
import dev.tollgate.engine.policy.Place;
import dev.tollgate.engine.policy.Policy;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Both sides of the end of each band: the last value in it, and the one above. */
final class BandEdges implements BehaviourSource {

  @Override
  public List<Behaviour> of(Policy policy, Product product) {
    List<Behaviour> behaviours = new ArrayList<>();
    CallDrafts drafts = new CallDrafts(product);
    for (CostClause clause : CostClause.of(policy, product)) {
      for (Cost.Banded banded : CostParts.bands(clause.line().cost())) {
        addAll(clause, banded, drafts, behaviours);
      }
    }
    return behaviours;
  }

  private static void addAll(
      CostClause clause, Cost.Banded banded, CallDrafts drafts, List<Behaviour> behaviours) {
    for (int i = 0; i < banded.bands().size(); i++) {
      Cost.Band band = banded.bands().get(i);
      behaviours.add(behaviour(clause, banded.parameter(), band.to(), band.place(), drafts));
      boolean goesOn = i + 1 < banded.bands().size() || banded.beyond().isPresent();
      if (goesOn && band.to() < Long.MAX_VALUE) {
        behaviours.add(behaviour(clause, banded.parameter(), band.to() + 1, band.place(), drafts));
      }
    }
  }

  private static Behaviour behaviour(
      CostClause clause, String parameter, long value, Place place, CallDrafts drafts) {
    String target = clause.quota().id();
    String what = parameter + " " + Literals.of(BigDecimal.valueOf(value));
    Item item = new Item(ItemKind.BAND_EDGE, target, place, what);
    return new Behaviour(
        item,
        seen ->
            seen.ofCosts(target).stream()
                .flatMap(grounds -> grounds.lines().stream())
                .anyMatch(line -> isAt(line, clause, parameter, value)),
        trial -> drafts.of(item, clause, Map.of(parameter, value)));
  }

  private static boolean isAt(Grounds.Line line, CostClause clause, String parameter, long value) {
    return line.line().place().equals(clause.line().place())
        && Value.number(value).equals(line.params().get(parameter));
  }
}
