package dev.tollgate.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestNameTest {

  private static final List<String> EDITIONS =
      List.of("free", "standard", "professional", "enterprise", "ultimate");

  @Test
  void oneWrongLetterIsMended() {
    assertThat(NearestName.of("enterprize", EDITIONS)).contains("enterprise");
  }

  @Test
  void swappedNeighboursAreOneMistake() {
    assertThat(NearestName.of("fere", EDITIONS)).contains("free");
  }

  @Test
  void capitalLettersAreNoMistake() {
    assertThat(NearestName.of("Ultimate", EDITIONS)).contains("ultimate");
  }

  @Test
  void anotherWordIsNotMended() {
    assertThat(NearestName.of("gold", EDITIONS)).isEmpty();
  }

  @Test
  void twoEquallyNearNamesAreNoAnswer() {
    assertThat(NearestName.of("light3", List.of("light1", "light2"))).isEmpty();
  }

  @Test
  void aNearerNameWinsOverOnesThatAreEquallyFar() {
    assertThat(NearestName.of("tablet", List.of("tables", "tabled", "tablet_s", "Tablet")))
        .contains("Tablet");
  }

  @Test
  void aWordOfTwoLettersIsNotGuessed() {
    assertThat(NearestName.of("eu", List.of("us"))).isEmpty();
  }
}
