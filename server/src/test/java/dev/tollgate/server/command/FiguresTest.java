package dev.tollgate.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 0",
        "0.00 | 0",
        "999 | 999",
        "1000 | 1,000",
        "1E+6 | 1,000,000",
        "-1000 | -1,000",
        "-100 | -100",
        "1234567.8900 | 1,234,567.89",
        "0.00014 | 0.00014"
      })
  void thousandsAreSetApartAndZerosThatSayNothingAreLeftOut(String number, String text) {
    assertThat(Figures.of(new BigDecimal(number))).isEqualTo(text);
  }

  @Test
  void moneyKeepsItsDecimals() {
    assertThat(Figures.exactly(new BigDecimal("1195.00"))).isEqualTo("1,195.00");
  }

  @Test
  void noLimitIsSaidInWords() {
    assertThat(Figures.ofLimit(Optional.empty())).isEqualTo("no limit");
  }
}
