package dev.tollgate.grammar.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DiagnosticCodeTest {

  @Test
  void noCodeIsUsedTwice() {
    assertThat(Arrays.stream(DiagnosticCode.values()).map(DiagnosticCode::code))
        .doesNotHaveDuplicates()
        .allMatch(code -> code.matches("[TW][1-5][0-9]{2}"));
  }

  @Test
  void aNumberIsAnErrorsOrAWarnings() {
    assertThat(Arrays.stream(DiagnosticCode.values()).map(code -> code.code().substring(1)))
        .doesNotHaveDuplicates();
  }

  @Test
  void aCodeStandsInTheBandOfItsNumberAndCodesInTheirOrder() {
    assertThat(DiagnosticCode.UNKNOWN_ESCAPE.band()).isEqualTo(Band.TEXT);
    assertThat(DiagnosticCode.UNKNOWN_EDITION.band()).isEqualTo(Band.NAMES);
    assertThat(DiagnosticCode.UNITS_DIFFER.band()).isEqualTo(Band.QUANTITIES);
    assertThat(DiagnosticCode.RULES_CLASH.band()).isEqualTo(Band.MEANING);
    assertThat(DiagnosticCode.SEAT_NEVER_COUNTED.band()).isEqualTo(Band.NAMES);
    for (Severity severity : Severity.values()) {
      assertThat(
              Arrays.stream(DiagnosticCode.values())
                  .filter(code -> code.severity() == severity)
                  .map(DiagnosticCode::code))
          .isSorted();
    }
  }
}
