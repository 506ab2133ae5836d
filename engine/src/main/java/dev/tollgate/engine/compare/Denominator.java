package dev.tollgate.engine.compare;

import java.math.BigInteger;
import java.util.List;

/** Every value of a formula is a multiple of 1 by this. */
record Denominator() implements Formula.Visitor<BigInteger> {

  static BigInteger of(Formula formula) {
    return formula.accept(new Denominator());
  }

  @Override
  public BigInteger visitLinear(Formula.Linear linear) {
    return linear.value().denominator();
  }

  @Override
  public BigInteger visitNoLimit(Formula.NoLimit noLimit) {
    return BigInteger.ONE;
  }

  @Override
  public BigInteger visitSum(Formula.Sum sum) {
    return common(sum.parts());
  }

  @Override
  public BigInteger visitTimes(Formula.Times times) {
    return times.value().accept(this).multiply(times.by().denominator());
  }

  @Override
  public BigInteger visitQuotient(Formula.Quotient quotient) {
    return BigInteger.ONE;
  }

  @Override
  public BigInteger visitGreatest(Formula.Greatest greatest) {
    return common(greatest.choices());
  }

  @Override
  public BigInteger visitLeast(Formula.Least least) {
    return common(least.choices());
  }

  @Override
  public BigInteger visitChosen(Formula.Chosen chosen) {
    return common(List.of(chosen.above(), chosen.otherwise()));
  }

  @Override
  public BigInteger visitProduct(Formula.Product product) {
    return product.left().accept(this).multiply(product.right().accept(this));
  }

  private BigInteger common(List<Formula> formulas) {
    return formulas.stream()
        .map(formula -> formula.accept(this))
        .reduce(BigInteger.ONE, (a, b) -> a.divide(a.gcd(b)).multiply(b));
  }
}
