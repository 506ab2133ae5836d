package dev.tollgate.engine.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

  private static Money money(String amount, String currency) {
    return new Money(new BigDecimal(amount), currency);
  }

  @ParameterizedTest
  @CsvSource({
    "6.5, USD, 6.50 USD",
    "3.50006, USD, 3.50006 USD",
    "100, JPY, 100 JPY",
    "1E+3, USD, 1000.00 USD",
    "1.25, KWD, 1.250 KWD",
    "2.50, credits, 2.50 credits"
  })
  void moneyIsWrittenExactlyAndWithAtLeastTheCurrencysDecimals(
      String amount, String currency, String text) {
    assertThat(money(amount, currency)).hasToString(text);
  }

  @Test
  void equalMoneyIsEqualHoweverItCameAbout() {
    assertThat(money("3.5", "USD").plus(money("3", "USD"))).isEqualTo(money("6.500", "USD"));
  }

  @Test
  void currenciesDoNotMix() {
    assertThatThrownBy(() -> money("1", "USD").plus(money("1", "EUR")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1.00 EUR");
  }

  @ParameterizedTest
  @CsvSource({
    "3.50006, USD, 3.50 USD",
    "3.505, USD, 3.51 USD",
    "3.504999, USD, 3.50 USD",
    "-3.505, USD, -3.51 USD",
    "499.5, JPY, 500 JPY",
    "1.0005, KWD, 1.001 KWD"
  })
  void aTotalIsRoundedHalfUpToTheMinorUnit(BigDecimal amount, String currency, String rounded) {
    assertThat(new Money(amount, currency).rounded()).hasToString(rounded);
  }
}
