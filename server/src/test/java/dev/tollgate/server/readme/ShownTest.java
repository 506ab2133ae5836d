package dev.tollgate.server.readme;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShownTest {

  @Test
  void whatIsShownIsComparedCharacterByCharacter() {
    assertThat("{\"used\": 5.0}\n").doesNotMatch(Shown.pattern("{\"used\": 510}\n"));
    assertThat("{\"used\": 5.0}\n").matches(Shown.pattern("{\"used\": 5.0}\n"));
    assertThat("{\"used\": 5.0}\nmore").doesNotMatch(Shown.pattern("{\"used\": 5.0}\n"));
  }

  @Test
  void thePlaceholderStandsForAnIdOrAMoment() {
    assertThat("\"id\": \"01JD\", \"at\": \"2026-01-01T10:00:00Z\"")
        .matches(Shown.pattern("\"id\": \"…\", \"at\": \"2026-…\""));
  }

  @Test
  void thePlaceholderStandsNeitherForNothingNorForTwoFields() {
    assertThat("\"id\": \"\"").doesNotMatch(Shown.pattern("\"id\": \"…\""));
    assertThat("{1, 2}").doesNotMatch(Shown.pattern("{…}"));
    assertThat("1 2").doesNotMatch(Shown.pattern("…"));
  }

  @Test
  void outputAtTheEndMayVaryToo() {
    assertThat("hash abc").matches(Shown.pattern("hash …"));
    assertThat("hash ").doesNotMatch(Shown.pattern("hash …"));
  }
}
