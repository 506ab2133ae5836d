package dev.tollgate.grammar.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {

  @Test
  void aLeapDayExistsInALeapYearOnly() {
    assertThat(Times.date("2024-02-29")).contains(LocalDate.of(2024, 2, 29));
    assertThat(Times.date("2026-02-29")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2026-1-5", "26-01-05", "2026-01", "2026-13-01", "2026-01-32", "2026-01-01-01"})
  void otherFormsAreNoDates(String written) {
    assertThat(Times.date(written)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-05T10:00Z, 2026-01-05T10:00:00Z",
    "2026-01-05T10:00:30Z, 2026-01-05T10:00:30Z",
    "2026-01-05T10:00:30.5Z, 2026-01-05T10:00:30.500Z",
    "2026-01-05T10:00+02:00, 2026-01-05T08:00:00Z",
    "2026-01-05T23:30:00.001-05:00, 2026-01-06T04:30:00.001Z"
  })
  void momentsAreExactToTheMillisecond(String written, Instant moment) {
    assertThat(Times.moment(written)).contains(moment);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-01-05T10:00",
        "2026-01-05T10Z",
        "2026-01-05T25:00Z",
        "2026-02-30T10:00Z",
        "2026-01-05T10:00:00.0001Z",
        "2026-01-05T10:00+25:00",
        "2026-01-05t10:00z"
      })
  void otherFormsAreNoMoments(String written) {
    assertThat(Times.moment(written)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-30, 2026-02-28",
    "2026-13-01, 2026-12-01",
    "2026-1-5, 2026-01-05",
    "1-2, 1970-01-01"
  })
  void aDateThatDoesNotExistIsTakenForOneNearIt(String written, LocalDate near) {
    assertThat(Times.dateOrNear(written)).isEqualTo(near);
  }

  @Test
  void onlyADateThatLacksZerosIsCertainlyMeant() {
    assertThat(Times.withZeros("2026-1-5")).contains("2026-01-05");
    assertThat(Times.withZeros("2026-2-30")).isEmpty();
    assertThat(Times.withZeros("26-1-5")).isEmpty();
  }
}
