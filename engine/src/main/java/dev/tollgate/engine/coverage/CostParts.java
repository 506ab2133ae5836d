package dev.tollgate.engine.coverage;

import dev.tollgate.engine.policy.Cost;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Walks a cost for what drafts have to know of it; answers with the form it has seen. */
final class CostParts implements Cost.Visitor<Cost> {

  private final List<Cost.Banded> bands = new ArrayList<>();
  private final List<Cost.PerGroup> groups = new ArrayList<>();
  private final Map<String, Long> parameters = new LinkedHashMap<>();

  private CostParts() {}

  private static CostParts of(Cost cost) {
    CostParts parts = new CostParts();
    cost.accept(parts);
    return parts;
  }

  /** Costs by bands of a parameter. */
  static List<Cost.Banded> bands(Cost cost) {
    return of(cost).bands;
  }

  /** Costs by groups of a parameter. */
  static List<Cost.PerGroup> groups(Cost cost) {
    return of(cost).groups;
  }

  /** Parameters that the cost asks for, each with a value that shows what it does. */
  static Map<String, Long> parameters(Cost cost) {
    return of(cost).parameters;
  }

  @Override
  public Cost visitNotCounted(Cost.NotCounted notCounted) {
    return notCounted;
  }

  @Override
  public Cost visitConstant(Cost.Constant constant) {
    return constant;
  }

  /** A begun group: so a wrong rounding shows. */
  @Override
  public Cost visitPerGroup(Cost.PerGroup perGroup) {
    groups.add(perGroup);
    parameters.putIfAbsent(perGroup.parameter(), perGroup.group() + 1);
    return perGroup;
  }

  @Override
  public Cost visitProRata(Cost.ProRata proRata) {
    parameters.putIfAbsent(proRata.parameter(), proRata.group());
    return proRata;
  }

  @Override
  public Cost visitSumOfItsCalls(Cost.SumOfItsCalls sumOfItsCalls) {
    return sumOfItsCalls;
  }

  @Override
  public Cost visitSum(Cost.Sum sum) {
    sum.parts().forEach(part -> part.accept(this));
    return sum;
  }

  @Override
  public Cost visitAtLeast(Cost.AtLeast atLeast) {
    atLeast.cost().accept(this);
    return atLeast;
  }

  @Override
  public Cost visitBanded(Cost.Banded banded) {
    bands.add(banded);
    long first = banded.bands().isEmpty() ? 1 : banded.bands().get(0).to();
    parameters.putIfAbsent(banded.parameter(), first);
    return banded;
  }

  @Override
  public Cost visitHeld(Cost.Held held) {
    held.hold().accept(this);
    return held;
  }
}
