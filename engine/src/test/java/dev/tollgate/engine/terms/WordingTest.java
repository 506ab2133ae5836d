package dev.tollgate.engine.terms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Value;
import dev.tollgate.engine.policy.ValueType;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "999, 999",
    "1000, 1_000",
    "1234567, 1_234_567",
    "-1000, -1_000",
    "-100, -100",
    "12.50, 12.5",
    "1234.5678, 1_234.5678",
    "1E+3, 1_000"
  })
  void digitsBeforeThePointAreGroupedInThrees(BigDecimal number, String text) {
    assertThat(Wording.of(number)).isEqualTo(text);
  }

  @Test
  void oneSeatIsSingular() {
    Product.Seat seat = new Product.Seat("user", "users", Draft.at(1));

    assertThat(Wording.of(1, seat)).isEqualTo("1 user");
    assertThat(Wording.of(0, seat)).isEqualTo("0 users");
  }

  @Test
  void valuesAreWrittenAsTheirTypeIs() {
    assertThat(Wording.of(Value.number(20_369), new ValueType.Date())).isEqualTo("2025-10-08");
    assertThat(Wording.of(Value.number(80_000_000), new ValueType.Percent())).isEqualTo("80%");
    assertThat(Wording.of(Value.number(1), new ValueType.Quantity(Draft.CREDITS)))
        .isEqualTo("1 credit");
    assertThat(Wording.of(Value.word("eu"), new ValueType.Text())).isEqualTo("\"eu\"");
    assertThat(Wording.of(Value.YES, new ValueType.YesOrNo())).isEqualTo("yes");
  }

  @Test
  void stretchesOfTimeThatHaveANameGoByIt() {
    assertThat(Wording.every(60_000)).isEqualTo("per minute");
    assertThat(Wording.every(1_500)).isEqualTo("every 1_500 ms");
  }
}
