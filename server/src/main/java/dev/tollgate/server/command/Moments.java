package dev.tollgate.server.command;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** Moments as callers write them: {@code 2026-01-01}, {@code 2026-01-01T10:00Z}. */
final class Moments {

  private Moments() {}

  /**
   * The moment, to the millisecond.
   *
   * @param zone where a bare date begins
   * @throws BadUsage if the text says no moment
   */
  static Instant of(String option, String text, ZoneId zone) {
    try {
      Instant moment =
          text.indexOf('T') < 0
              ? LocalDate.parse(text).atStartOfDay(zone).toInstant()
              : OffsetDateTime.parse(text).toInstant();
      return moment.truncatedTo(ChronoUnit.MILLIS);
    } catch (DateTimeException malformed) {
      throw new BadUsage(
          "`%s %s` is not a moment".formatted(option, text),
          "write a date like 2026-01-01, or a moment like 2026-01-01T10:00Z");
    }
  }
}
