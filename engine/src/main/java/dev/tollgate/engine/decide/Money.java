package dev.tollgate.engine.decide;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An exact amount of money, rounded only where that is asked for, with at least the currency's own
 * decimals: {@code 6.50}, {@code 3.50006}.
 *
 * @param currency ISO 4217 code
 */
public record Money(BigDecimal amount, String currency) {

  private static final int DECIMALS_OF_UNLISTED_CURRENCIES = 2;
  private static final Map<String, Integer> MINOR_DIGITS =
      Currency.getAvailableCurrencies().stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  Currency::getCurrencyCode,
                  known -> Math.max(0, known.getDefaultFractionDigits())));

  /** Brings the amount into its one form, so that equal money is equal. */
  public Money {
    BigDecimal plain = amount.stripTrailingZeros();
    amount = plain.setScale(Math.max(plain.scale(), minorDigits(currency)));
  }

  public static Money zero(String currency) {
    return new Money(BigDecimal.ZERO, currency);
  }

  public Money plus(Money other) {
    return new Money(amount.add(inSameCurrency(other)), currency);
  }

  public Money minus(Money other) {
    return new Money(amount.subtract(inSameCurrency(other)), currency);
  }

  public Money times(long factor) {
    return new Money(amount.multiply(BigDecimal.valueOf(factor)), currency);
  }

  /** Half up to the currency's minor unit, away from 0 below it; for the total of a bill alone. */
  public Money rounded() {
    return new Money(amount.setScale(minorDigits(currency), RoundingMode.HALF_UP), currency);
  }

  /** The amount as answers print it: {@code 6.50 USD}. */
  @Override
  public String toString() {
    return amount.toPlainString() + " " + currency;
  }

  private BigDecimal inSameCurrency(Money other) {
    if (!other.currency.equals(currency)) {
      throw new IllegalArgumentException("cannot add " + other + " to " + this);
    }
    return other.amount;
  }

  private static int minorDigits(String currency) {
    return MINOR_DIGITS.getOrDefault(currency, DECIMALS_OF_UNLISTED_CURRENCIES);
  }
}
