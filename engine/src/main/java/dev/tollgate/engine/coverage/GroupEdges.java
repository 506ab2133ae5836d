package dev.tollgate.engine.coverage;

import dev.tollgate.engine.compare.Box;
import dev.tollgate.engine.compare.Region;
import dev.tollgate.engine.decide.Grounds;
import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.Cost;
import dev.tollgate.engine.policy.Policy;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Value;
import dev.tollgate.engine.policy.ValueSet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The ends of the groups of a parameter that a cost counts: there, one below and one above. */
final class GroupEdges implements BehaviourSource {

  /** So many groups are tried, where a condition lets no single one through. */
  private static final List<Long> GROUPS = List.of(1L, 2L, 3L, 5L, 10L, 20L, 50L, 100L, 1_000L);

  @Override
  public List<Behaviour> of(Policy policy, Product product) {
    List<Behaviour> behaviours = new ArrayList<>();
    CallDrafts drafts = new CallDrafts(product);
    for (CostClause clause : CostClause.of(policy, product)) {
      for (Cost.PerGroup groups : CostParts.groups(clause.line().cost())) {
        if (groups.group() > 1) {
          addAll(product, clause, groups, drafts, behaviours);
        }
      }
    }
    return behaviours;
  }

  private static void addAll(
      Product product,
      CostClause clause,
      Cost.PerGroup groups,
      CallDrafts drafts,
      List<Behaviour> behaviours) {
    // With groups of 2, one fewer than some is one more than others.
    for (int beside = groups.group() == 2 ? 0 : -1; beside <= 1; beside++) {
      List<Long> values = values(product, clause, groups, beside);
      if (!values.isEmpty()) {
        behaviours.add(behaviour(clause, groups, beside, values, drafts));
      }
    }
  }

  /** Numbers so far beside the end of a group that a call may state, the smallest first. */
  private static List<Long> values(
      Product product, CostClause clause, Cost.PerGroup groups, int beside) {
    return GROUPS.stream()
        .map(times -> times * groups.group() + beside)
        .filter(value -> canBe(product, clause, groups.parameter(), value))
        .toList();
  }

  private static boolean canBe(Product product, CostClause clause, String parameter, long value) {
    Region stating =
        Region.of(Box.of(Attribute.parameter(parameter, true), ValueSet.number(value)));
    return product.calls().stream()
        .filter(call -> clause.line().calls().contains(call.name(), true))
        .filter(call -> call.parameters().containsKey(parameter))
        .filter(call -> call.parameters().get(parameter).most().orElse(value) >= value)
        .anyMatch(call -> !clause.decides(call.name(), true).intersect(stating).isEmpty());
  }

  private static Behaviour behaviour(
      CostClause clause, Cost.PerGroup groups, int beside, List<Long> values, CallDrafts drafts) {
    String target = clause.quota().id();
    Item item = new Item(ItemKind.GROUP_EDGE, target, clause.line().place(), what(groups, beside));
    return new Behaviour(
        item,
        seen ->
            seen.ofCosts(target).stream()
                .flatMap(grounds -> grounds.lines().stream())
                .anyMatch(line -> isAt(line, clause, groups, beside)),
        trial ->
            values.stream()
                .flatMap(value -> drafts.of(item, clause, Map.of(groups.parameter(), value))));
  }

  private static String what(Cost.PerGroup groups, int beside) {
    String whole =
        "whole groups of %s %s"
            .formatted(Literals.of(BigDecimal.valueOf(groups.group())), groups.parameter());
    return beside == 0 ? whole : (beside < 0 ? "one fewer than " : "one more than ") + whole;
  }

  private static boolean isAt(
      Grounds.Line line, CostClause clause, Cost.PerGroup groups, int beside) {
    if (!line.line().place().equals(clause.line().place())
        || !(line.params().get(groups.parameter()) instanceof Value.Number number)) {
      return false;
    }
    long end = number.steps() - beside;
    return end >= groups.group() && end % groups.group() == 0;
  }
}
