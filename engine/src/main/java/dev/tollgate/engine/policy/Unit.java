package dev.tollgate.engine.policy;

import java.math.BigDecimal;

/**
 * What a quota, a fact or an amount is counted in. Amounts are counted in whole <em>steps</em>: one
 * step is the smallest part of the unit, 10<sup>-decimals</sup> of it. A credit that is whole has
 * one step; a dollar has a million.
 *
 * @param kind what sort of quantity this is; two units mix only when they are equal
 * @param singular the word for one
 * @param plural the word for several; it also names the unit
 * @param decimals decimal places that are kept, 0 to 9
 */
public record Unit(Kind kind, String singular, String plural, int decimals) {

  /** Decimals that money is counted with where it is counted (prices keep all of theirs). */
  public static final int MONEY_DECIMALS = 6;

  /** No limit, where an amount of steps is a limit; no real amount comes to this. */
  public static final long UNLIMITED = Long.MAX_VALUE;

  /** One for each call, whatever the call is. */
  public static final Unit CALLS = new Unit(Kind.CALLS, "call", "calls", 0);

  /** Durations are counted in whole milliseconds. */
  public static final Unit MILLISECONDS = new Unit(Kind.DURATION, "millisecond", "milliseconds", 0);

  /** The sorts of quantity that never mix. */
  public enum Kind {
    /** A unit the product declares. */
    DECLARED,
    CALLS,
    MONEY,
    DURATION
  }

  public Unit {
    if (decimals < 0 || decimals > 9) {
      throw new IllegalArgumentException("decimals of " + plural + ": " + decimals);
    }
  }

  /** Money in {@code currency}, an ISO 4217 code such as {@code USD}. */
  public static Unit money(String currency) {
    return new Unit(Kind.MONEY, currency, currency, MONEY_DECIMALS);
  }

  public String name() {
    return plural;
  }

  /**
   * The amount in whole steps.
   *
   * @throws ArithmeticException if the amount has more decimals than the unit, or does not fit
   */
  public long steps(BigDecimal amount) {
    return amount.movePointRight(decimals).longValueExact();
  }

  /**
   * The amount that {@code steps} steps make, without trailing zeros: 1500 of 3 decimals is 1.5.
   */
  public BigDecimal amount(long steps) {
    long digits = steps;
    int scale = decimals;
    while (scale > 0 && digits % 10 == 0) {
      digits /= 10;
      scale--;
    }
    return BigDecimal.valueOf(digits, scale);
  }
}
