package dev.tollgate.engine.policy;

import java.math.BigInteger;

/** How a quotient becomes a whole number. */
public enum Rounding {
  /** Each begun group counts: 11 by 10 is 2. */
  UP,
  DOWN,
  /** Half goes up: 15 by 10 is 2, 14 by 10 is 1. */
  NEAREST;

  /**
   * {@code dividend} by {@code divisor}, rounded.
   *
   * @param dividend from 0
   * @param divisor from 1
   */
  public BigInteger divide(BigInteger dividend, BigInteger divisor) {
    if (dividend.signum() < 0 || divisor.signum() <= 0) {
      throw new ArithmeticException("cannot round " + dividend + " / " + divisor);
    }
    BigInteger[] parts = dividend.divideAndRemainder(divisor);
    boolean roundsUp =
        switch (this) {
          case UP -> parts[1].signum() > 0;
          case DOWN -> false;
          case NEAREST -> parts[1].shiftLeft(1).compareTo(divisor) >= 0;
        };
    return roundsUp ? parts[0].add(BigInteger.ONE) : parts[0];
  }

  /** The same for numbers that fit a long. */
  public long divide(long dividend, long divisor) {
    if (dividend < 0 || divisor <= 0) {
      throw new ArithmeticException("cannot round " + dividend + " / " + divisor);
    }
    long quotient = dividend / divisor;
    long rest = dividend % divisor;
    boolean roundsUp =
        switch (this) {
          case UP -> rest > 0;
          case DOWN -> false;
          case NEAREST -> rest >= divisor - rest;
        };
    return roundsUp ? quotient + 1 : quotient;
  }
}
