package dev.tollgate.server.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MomentsTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Test
  void aBareDateBeginsAtMidnightInTheZone() {
    assertThat(Moments.of("--at", "2026-01-01", BERLIN))
        .isEqualTo(Instant.parse("2025-12-31T23:00:00Z"));
  }

  @Test
  void aMomentMayLeaveOutItsSecondsAndNameAnotherZone() {
    assertThat(Moments.of("--at", "2026-01-01T10:00+02:00", BERLIN))
        .isEqualTo(Instant.parse("2026-01-01T08:00:00Z"));
  }

  @Test
  void partsOfAMillisecondAreLeftOut() {
    assertThat(Moments.of("--at", "2026-01-01T10:00:00.123456Z", BERLIN))
        .isEqualTo(Instant.parse("2026-01-01T10:00:00.123Z"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "today", "2026-02-30", "2026-01-01T10:00", "2026-01-01T25:00Z"})
  void anythingElseIsRefused(String text) {
    assertThatExceptionOfType(BadUsage.class)
        .isThrownBy(() -> Moments.of("--at", text, BERLIN))
        .withMessage("`--at %s` is not a moment".formatted(text));
  }
}
