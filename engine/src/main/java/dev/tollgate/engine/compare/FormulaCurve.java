package dev.tollgate.engine.compare;

import dev.tollgate.engine.policy.Attribute;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;

/**
 * A formula as a function of one of its numbers, the others being given.
 *
 * @param others a number that is not given is 0
 */
record FormulaCurve(Attribute variable, Map<Attribute, Long> others)
    implements Formula.Visitor<Curve> {

  @Override
  public Curve visitLinear(Formula.Linear linear) {
    Affine value = linear.value();
    Rational constant =
        value.at(each -> each.equals(variable) ? Long.valueOf(0) : others.getOrDefault(each, 0L));
    Rational factor = value.factors().getOrDefault(variable, Rational.ZERO);
    return Curve.constant(constant).plus(Curve.identity().times(factor));
  }

  @Override
  public Curve visitNoLimit(Formula.NoLimit noLimit) {
    return Curve.unlimited();
  }

  @Override
  public Curve visitSum(Formula.Sum sum) {
    return all(sum.parts(), Curve::plus);
  }

  @Override
  public Curve visitTimes(Formula.Times times) {
    return times.value().accept(this).times(times.by());
  }

  @Override
  public Curve visitQuotient(Formula.Quotient quotient) {
    return quotient.value().accept(this).dividedBy(quotient.by(), quotient.rounding());
  }

  @Override
  public Curve visitGreatest(Formula.Greatest greatest) {
    return all(greatest.choices(), Curve::greaterOf);
  }

  @Override
  public Curve visitLeast(Formula.Least least) {
    return all(least.choices(), Curve::lesserOf);
  }

  @Override
  public Curve visitChosen(Formula.Chosen chosen) {
    Curve one = chosen.one().accept(this);
    Rational half = Comparison.step(chosen.one(), chosen.other()).dividedBy(Rational.of(2));
    Curve other = chosen.other().accept(this).plus(Curve.constant(half));
    return one.whereAbove(other, chosen.above().accept(this), chosen.otherwise().accept(this));
  }

  @Override
  public Curve visitProduct(Formula.Product product) {
    Curve left = product.left().accept(this);
    Curve right = product.right().accept(this);
    return left.constantValue()
        .map(right::times)
        .or(() -> right.constantValue().map(left::times))
        .orElseThrow(() -> new Inexact("a product of two numbers that both vary", product.place()));
  }

  private Curve all(List<Formula> formulas, BinaryOperator<Curve> join) {
    return formulas.stream().map(formula -> formula.accept(this)).reduce(join).orElseThrow();
  }
}
