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
  void oneThatIsTwiceAsNearAsEveryOtherIsCertain() {
    assertThat(Nearest.only("enterprize", EDITIONS)).contains("enterprise");
    assertThat(Nearest.only("items.lst", List.of("items.get", "items.list")))
        .contains("items.list");
    assertThat(Nearest.only("warm", List.of("warn", "was", "when"))).contains("warn");
  }

  @Test
  void oneOfTwoThatAreAboutAsNearIsNotCertain() {
    assertThat(Nearest.only("record.gat", List.of("record.get", "record.gap"))).isEmpty();
    assertThat(Nearest.only("records.isrt", List.of("records.insert", "records.sort"))).isEmpty();
    assertThat(Nearest.only("uset", List.of("user", "used"))).isEmpty();
    assertThat(Nearest.only("gold", EDITIONS)).isEmpty();
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
