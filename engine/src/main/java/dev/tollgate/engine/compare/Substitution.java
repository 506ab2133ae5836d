package dev.tollgate.engine.compare;

import dev.tollgate.engine.policy.Attribute;
import java.util.List;
import java.util.Map;

/** A formula for certain values of some of its numbers. */
record Substitution(Map<Attribute, Long> values) implements Formula.Visitor<Formula> {

  @Override
  public Formula visitLinear(Formula.Linear linear) {
    Affine left = Affine.constant(linear.value().constant());
    for (Map.Entry<Attribute, Rational> term : linear.value().factors().entrySet()) {
      Long value = values.get(term.getKey());
      left =
          left.plus(
              value == null
                  ? Affine.of(term.getKey(), term.getValue())
                  : Affine.constant(term.getValue().times(Rational.of(value))));
    }
    return new Formula.Linear(left);
  }

  @Override
  public Formula visitNoLimit(Formula.NoLimit noLimit) {
    return noLimit;
  }

  @Override
  public Formula visitSum(Formula.Sum sum) {
    return Formula.sum(all(sum.parts()));
  }

  @Override
  public Formula visitTimes(Formula.Times times) {
    return times.value().accept(this).times(times.by());
  }

  @Override
  public Formula visitQuotient(Formula.Quotient quotient) {
    return quotient.value().accept(this).dividedBy(quotient.by(), quotient.rounding());
  }

  @Override
  public Formula visitGreatest(Formula.Greatest greatest) {
    return Formula.greatestOf(all(greatest.choices()));
  }

  @Override
  public Formula visitLeast(Formula.Least least) {
    return Formula.leastOf(all(least.choices()));
  }

  @Override
  public Formula visitChosen(Formula.Chosen chosen) {
    return Formula.chosen(
        chosen.one().accept(this),
        chosen.other().accept(this),
        chosen.above().accept(this),
        chosen.otherwise().accept(this));
  }

  @Override
  public Formula visitProduct(Formula.Product product) {
    return Formula.product(
        product.left().accept(this), product.right().accept(this), product.place());
  }

  private List<Formula> all(List<Formula> formulas) {
    return formulas.stream().map(formula -> formula.accept(this)).toList();
  }
}
