package dev.tollgate.engine.compare;

import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.Condition;
import dev.tollgate.engine.policy.Cost;
import dev.tollgate.engine.policy.Place;
import dev.tollgate.engine.policy.Rounding;
import dev.tollgate.engine.policy.Unit;
import dev.tollgate.engine.policy.ValueSet;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A cost as a formula of the call's parameters, in whole units and not in steps. A parameter that
 * the call does not give is noted; the formula then means nothing. For use once.
 */
final class CostFormula implements Cost.Visitor<Formula> {

  private final Unit unit;
  private final Place place;
  private final Cases.Judge judge;
  private final Optional<Formula> parts;
  private final Set<String> missing = new LinkedHashSet<>();

  /**
   * For the calls of one case.
   *
   * @param place where the cost is written
   * @param parts what stands for the sum of the calls inside a call; empty where nothing can
   */
  CostFormula(Unit unit, Place place, Cases.Judge judge, Optional<Formula> parts) {
    this.parts = parts;
    this.unit = unit;
    this.place = place;
    this.judge = judge;
  }

  /** Parameters without which there is no cost. */
  Set<String> missing() {
    return missing;
  }

  private Formula steps(long steps) {
    return Formula.constant(Rational.of(unit.amount(steps)));
  }

  private Rational step() {
    return Rational.of(BigDecimal.ONE.movePointLeft(unit.decimals()));
  }

  private Formula number(String parameter) {
    Attribute attribute = Attribute.parameter(parameter, true);
    if (!holds(attribute, ValueSet.given(true))) {
      missing.add(parameter);
    }
    return Formula.of(attribute, Rational.of(1));
  }

  private boolean holds(Attribute attribute, ValueSet values) {
    return judge.holds(
        new Condition.Test(attribute, values, attribute.toString(), Optional.empty()));
  }

  @Override
  public Formula visitNotCounted(Cost.NotCounted notCounted) {
    return Formula.ZERO;
  }

  @Override
  public Formula visitConstant(Cost.Constant constant) {
    return steps(constant.steps());
  }

  @Override
  public Formula visitPerGroup(Cost.PerGroup perGroup) {
    return number(perGroup.parameter())
        .dividedBy(Rational.of(perGroup.group()), perGroup.rounding())
        .times(Rational.of(unit.amount(perGroup.each())));
  }

  @Override
  public Formula visitProRata(Cost.ProRata proRata) {
    return number(proRata.parameter())
        .times(Rational.of(proRata.each()))
        .dividedBy(Rational.of(proRata.group()), Rounding.UP)
        .times(step());
  }

  @Override
  public Formula visitSumOfItsCalls(Cost.SumOfItsCalls sumOfItsCalls) {
    return parts.orElseThrow(() -> new Inexact("the sum of the calls inside a call", place));
  }

  @Override
  public Formula visitSum(Cost.Sum sum) {
    return Formula.sum(sum.parts().stream().map(part -> part.accept(this)).toList());
  }

  @Override
  public Formula visitAtLeast(Cost.AtLeast atLeast) {
    return Formula.greatestOf(List.of(atLeast.cost().accept(this), steps(atLeast.least())));
  }

  @Override
  public Formula visitBanded(Cost.Banded banded) {
    number(banded.parameter());
    Attribute attribute = Attribute.parameter(banded.parameter(), true);
    for (Cost.Band band : banded.bands()) {
      if (holds(attribute, ValueSet.between(Long.MIN_VALUE, band.to()))) {
        return steps(band.steps());
      }
    }
    return steps(banded.beyond().orElse(0));
  }

  /** What is held when the call begins: what it settles at may be known only when it ends. */
  @Override
  public Formula visitHeld(Cost.Held held) {
    return held.hold().accept(this);
  }
}
