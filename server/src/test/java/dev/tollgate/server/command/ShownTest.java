package dev.tollgate.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShownTest {

  @Test
  void whatIsShownIsComparedCharacterByCharacter() {
    assertThat("{\"used\": 5.0}\n").doesNotMatch(Shown.pattern("{\"used\": 510}\n"));
    assertThat("{\"used\": 5.0}\n").matches(Shown.pattern("{\"used\": 5.0}\n"));
    assertThat("{\"used\": 5.0}\nmore").doesNotMatch(Shown.pattern("{\"used\": 5.0}\n"));
  }

  @Test
  void thePlaceholderStandsForMomentsIdsHashesAndSeconds() {
    assertThat(
            """
            "id": "01M7Z9FQWSW1M0CYCADGKKA0BB", "at": "2026-11-21T14:52:08.473Z", "inSeconds": 9,
            "hash": "sha256:%s"
            """
                .formatted("0123456789abcdef".repeat(4)))
        .matches(
            Shown.pattern(
                """
                "id": "…", "at": "…", "inSeconds": …,
                "hash": "sha256:…"
                """));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5000", "2026-11-21", "6.50", "free", "a, b"})
  void thePlaceholderStandsForNothingElse(String figure) {
    assertThat("\"used\": " + figure).doesNotMatch(Shown.pattern("\"used\": …"));
  }
}
