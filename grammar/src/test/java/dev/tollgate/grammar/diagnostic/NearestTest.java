package dev.tollgate.grammar.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

  private static final List<String> EDITIONS =
      List.of("free", "standard", "professional", "enterprise", "ultimate");

  @ParameterizedTest
  @CsvSource({
    "enterprize,enterprise",
    "Standard,standard",
    "fre,free",
    "rfee,free",
    "profesional,professional"
  })
  void aSlipIsNearTheWordThatWasMeant(String slip, String meant) {
    assertThat(Nearest.to(slip, EDITIONS)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"gold", "fr", "x", "prof"})
  void anotherWordIsNearNothing(String word) {
    assertThat(Nearest.to(word, EDITIONS)).isEmpty();
  }

  @Test
  void aWrongGuessIsWorseThanNone() {
    assertThat(Nearest.to("uset", List.of("user", "used"))).isEmpty();
  }

  @Test
  void aWordOfAnyLengthIsAnswered() {
    assertThat(Nearest.to("a".repeat(1_000_000), EDITIONS)).isEmpty();
  }

  @Test
  void ofTwoEquallyNearWordsTheOneThatEndsAlikeIsMeant() {
    assertThat(Nearest.to("credis", List.of("credit", "credits"))).contains("credits");
  }
}
