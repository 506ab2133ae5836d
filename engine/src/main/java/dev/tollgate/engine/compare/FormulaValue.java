package dev.tollgate.engine.compare;

import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.Rounding;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a formula comes to for certain numbers; empty where there is no limit. A number that is not
 * given is 0.
 */
public record FormulaValue(Map<Attribute, Long> numbers)
    implements Formula.Visitor<Optional<Rational>> {

  /** The value of a formula. */
  public static Optional<Rational> of(Formula formula, Map<Attribute, Long> numbers) {
    return formula.accept(new FormulaValue(numbers));
  }

  /** The value of a formula that hangs on no numbers and is not without limit. */
  static Rational of(Formula constant) {
    return of(constant, Map.of()).orElseThrow();
  }

  @Override
  public Optional<Rational> visitLinear(Formula.Linear linear) {
    return Optional.of(linear.value().at(variable -> numbers.getOrDefault(variable, 0L)));
  }

  @Override
  public Optional<Rational> visitNoLimit(Formula.NoLimit noLimit) {
    return Optional.empty();
  }

  @Override
  public Optional<Rational> visitSum(Formula.Sum sum) {
    return Optional.of(values(sum.parts()).reduce(Rational.ZERO, Rational::plus));
  }

  @Override
  public Optional<Rational> visitTimes(Formula.Times times) {
    return times.value().accept(this).map(value -> value.times(times.by()));
  }

  @Override
  public Optional<Rational> visitQuotient(Formula.Quotient quotient) {
    return quotient
        .value()
        .accept(this)
        .map(value -> rounded(value.dividedBy(quotient.by()), quotient.rounding()))
        .map(whole -> new Rational(whole, BigInteger.ONE));
  }

  private static BigInteger rounded(Rational exact, Rounding rounding) {
    return switch (rounding) {
      case UP -> exact.ceiling();
      case DOWN -> exact.floor();
      case NEAREST -> exact.plus(Rational.of(1).dividedBy(Rational.of(2))).floor();
    };
  }

  @Override
  public Optional<Rational> visitGreatest(Formula.Greatest greatest) {
    return values(greatest.choices()).max(Comparator.naturalOrder());
  }

  @Override
  public Optional<Rational> visitLeast(Formula.Least least) {
    return values(least.choices()).min(Comparator.naturalOrder());
  }

  @Override
  public Optional<Rational> visitChosen(Formula.Chosen chosen) {
    Rational one = chosen.one().accept(this).orElseThrow();
    boolean above = one.compareTo(chosen.other().accept(this).orElseThrow()) > 0;
    return (above ? chosen.above() : chosen.otherwise()).accept(this);
  }

  @Override
  public Optional<Rational> visitProduct(Formula.Product product) {
    Rational left = product.left().accept(this).orElseThrow();
    return Optional.of(left.times(product.right().accept(this).orElseThrow()));
  }

  private java.util.stream.Stream<Rational> values(List<Formula> formulas) {
    return formulas.stream().map(formula -> formula.accept(this).orElseThrow());
  }
}
