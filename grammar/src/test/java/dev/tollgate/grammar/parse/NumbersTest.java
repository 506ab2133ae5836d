package dev.tollgate.grammar.parse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

  @ParameterizedTest
  @ValueSource(strings = {"0", "7", "5000", "5_000", "1_000_000", "0.5", "12.50", "1_000.25"})
  void digitsInThreesOrInNoGroupsAreWellFormed(String written) {
    assertThat(Numbers.isWellFormed(written)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"5_00", "_5", "5_", "1_0000", "1000_000", "007", "5.", ".5", "1.2.3", "5,0"})
  void othersAreNot(String written) {
    assertThat(Numbers.isWellFormed(written)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "5_000,5000",
    "0.50,0.50",
    "5_00,500",
    "1.2.3,1.23",
    ".5,0.5",
    "1_000_000.25,1000000.25"
  })
  void aMalformedNumberIsTakenForItsDigits(String written, String value) {
    assertThat(Numbers.value(written).toPlainString()).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({"'5,000',5_000", "'1,234,567.5',1_234_567.5"})
  void commasInThreesBecomeUnderscores(String written, String right) {
    assertThat(Numbers.withoutCommas(written)).contains(right);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1,2", "5,00", "1,2345", "5_000"})
  void otherCommasAreNoGroups(String written) {
    assertThat(Numbers.withoutCommas(written)).isEmpty();
  }
}
