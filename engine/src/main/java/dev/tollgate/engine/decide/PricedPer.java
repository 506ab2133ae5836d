package dev.tollgate.engine.decide;

import dev.tollgate.engine.policy.Cost;

/** Whether a cost grows with a parameter, group by group: the parameter counts items. */
record PricedPer(String parameter) implements Cost.Visitor<Boolean> {

  @Override
  public Boolean visitNotCounted(Cost.NotCounted notCounted) {
    return false;
  }

  @Override
  public Boolean visitConstant(Cost.Constant constant) {
    return false;
  }

  @Override
  public Boolean visitPerGroup(Cost.PerGroup perGroup) {
    return perGroup.parameter().equals(parameter);
  }

  @Override
  public Boolean visitProRata(Cost.ProRata proRata) {
    return proRata.parameter().equals(parameter);
  }

  @Override
  public Boolean visitSumOfItsCalls(Cost.SumOfItsCalls sumOfItsCalls) {
    return false;
  }

  @Override
  public Boolean visitSum(Cost.Sum sum) {
    return sum.parts().stream().anyMatch(part -> part.accept(this));
  }

  @Override
  public Boolean visitAtLeast(Cost.AtLeast atLeast) {
    return atLeast.cost().accept(this);
  }

  @Override
  public Boolean visitBanded(Cost.Banded banded) {
    return false;
  }

  @Override
  public Boolean visitHeld(Cost.Held held) {
    return held.hold().accept(this) || held.settle().accept(this);
  }
}
