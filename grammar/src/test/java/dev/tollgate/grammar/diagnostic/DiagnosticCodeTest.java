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
}
