package dev.tollgate.engine.compare;

import dev.tollgate.engine.policy.Attribute;
import java.math.BigInteger;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * A constant and a multiple of each of some whole numbers: {@code 10_000 + 500 × users}.
 *
 * @param factors none of them 0, in the order in which they were added
 */
record Affine(Rational constant, Map<Attribute, Rational> factors) {

  Affine {
    Map<Attribute, Rational> kept = new LinkedHashMap<>(factors);
    kept.values().removeIf(factor -> factor.signum() == 0);
    factors = Collections.unmodifiableMap(kept);
  }

  static Affine constant(Rational value) {
    return new Affine(value, Map.of());
  }

  static Affine of(Attribute variable, Rational factor) {
    return new Affine(Rational.ZERO, Map.of(variable, factor));
  }

  boolean isConstant() {
    return factors.isEmpty();
  }

  Affine plus(Affine other) {
    Map<Attribute, Rational> sum = new LinkedHashMap<>(factors);
    other.factors.forEach((variable, factor) -> sum.merge(variable, factor, Rational::plus));
    return new Affine(constant.plus(other.constant), sum);
  }

  Affine times(Rational by) {
    Map<Attribute, Rational> multiple = new LinkedHashMap<>(factors);
    multiple.replaceAll((variable, factor) -> factor.times(by));
    return new Affine(constant.times(by), multiple);
  }

  Rational at(Function<Attribute, Long> numbers) {
    Rational value = constant;
    for (Map.Entry<Attribute, Rational> term : factors.entrySet()) {
      value = value.plus(term.getValue().times(Rational.of(numbers.apply(term.getKey()))));
    }
    return value;
  }

  /** Every value is a multiple of 1 by this. */
  BigInteger denominator() {
    BigInteger common = constant.denominator();
    for (Rational factor : factors.values()) {
      common = common.divide(common.gcd(factor.denominator())).multiply(factor.denominator());
    }
    return common;
  }
}
