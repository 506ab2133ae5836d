package dev.tollgate.engine.compare;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * An exact fraction in lowest terms.
 *
 * @param denominator from 1
 */
public record Rational(BigInteger numerator, BigInteger denominator)
    implements Comparable<Rational> {

  public static final Rational ZERO = of(0);

  public Rational {
    if (denominator.signum() <= 0) {
      throw new IllegalArgumentException("denominator " + denominator);
    }
    if (denominator.bitLength() > 1) {
      BigInteger common = numerator.gcd(denominator);
      numerator = numerator.divide(common);
      denominator = denominator.divide(common);
    }
  }

  public static Rational of(long whole) {
    return new Rational(BigInteger.valueOf(whole), BigInteger.ONE);
  }

  public static Rational of(BigDecimal decimal) {
    return decimal.scale() <= 0
        ? new Rational(decimal.toBigIntegerExact(), BigInteger.ONE)
        : new Rational(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()));
  }

  public Rational plus(Rational other) {
    if (denominator.equals(other.denominator)) {
      return new Rational(numerator.add(other.numerator), denominator);
    }
    return new Rational(
        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
        denominator.multiply(other.denominator));
  }

  public Rational minus(Rational other) {
    return plus(other.negated());
  }

  public Rational times(Rational other) {
    return new Rational(
        numerator.multiply(other.numerator), denominator.multiply(other.denominator));
  }

  /**
   * The quotient.
   *
   * @param divisor above 0
   */
  public Rational dividedBy(Rational divisor) {
    return new Rational(
        numerator.multiply(divisor.denominator), denominator.multiply(divisor.numerator));
  }

  public Rational negated() {
    return new Rational(numerator.negate(), denominator);
  }

  /** −1, 0 or 1. */
  public int signum() {
    return numerator.signum();
  }

  /** The greatest whole number that is not above this: −1 for −1/2. */
  public BigInteger floor() {
    BigInteger[] parts = numerator.divideAndRemainder(denominator);
    return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
  }

  /** The least whole number that is not below this: 0 for −1/2. */
  public BigInteger ceiling() {
    return negated().floor().negate();
  }

  /**
   * The same number as a decimal.
   *
   * @throws ArithmeticException if its decimals have no end
   */
  public BigDecimal toDecimal() {
    return new BigDecimal(numerator).divide(new BigDecimal(denominator));
  }

  @Override
  public int compareTo(Rational other) {
    return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }

  @Override
  public String toString() {
    return denominator.equals(BigInteger.ONE)
        ? numerator.toString()
        : numerator + "/" + denominator;
  }
}
