package dev.tollgate.engine.compare;

import java.math.BigInteger;
import java.util.Optional;

/**
 * A straight line over the steps 0, 1, 2 and so on: {@code start + rise × step}.
 *
 * @param start the value at step 0
 * @param rise what each step adds
 */
record Line(Rational start, Rational rise) {

  static Line flat(Rational value) {
    return new Line(value, Rational.ZERO);
  }

  boolean isNothing() {
    return start.signum() == 0 && rise.signum() == 0;
  }

  Rational at(long step) {
    return start.plus(rise.times(Rational.of(step)));
  }

  /** Every {@code each}-th step of this line, from {@code first} on. */
  Line every(long each, long first) {
    return new Line(at(first), rise.times(Rational.of(each)));
  }

  Line plus(Line other) {
    return new Line(start.plus(other.start), rise.plus(other.rise));
  }

  Line minus(Line other) {
    return new Line(start.minus(other.start), rise.minus(other.rise));
  }

  Line times(Rational factor) {
    return new Line(start.times(factor), rise.times(factor));
  }

  /** Whether the value is below 0 at step 0, or, where it is 0 there, from step 1 on. */
  boolean beginsBelowZero() {
    return start.signum() < 0 || start.signum() == 0 && rise.signum() < 0;
  }

  /** The first step at which the value is below 0; empty when it never is. */
  Optional<BigInteger> firstBelowZero() {
    if (start.signum() < 0) {
      return Optional.of(BigInteger.ZERO);
    }
    return rise.signum() >= 0
        ? Optional.empty()
        : Optional.of(start.dividedBy(rise.negated()).floor().add(BigInteger.ONE));
  }

  /** The first step from which the value is on the other side of 0 than before; empty if none. */
  Optional<BigInteger> firstCrossed() {
    if (beginsBelowZero()) {
      return rise.signum() <= 0
          ? Optional.empty()
          : Optional.of(start.negated().dividedBy(rise).ceiling());
    }
    return firstBelowZero();
  }
}
