package dev.tollgate.grammar.parse;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How dates and moments are written: `2026-01-31`, `2026-01-31T10:00Z`, `…T10:00:30.5+02:00`. */
final class Times {

  private static final Pattern DATE = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})");
  private static final Pattern LOOSE_DATE =
      Pattern.compile("([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?![0-9-]).*");
  private static final Pattern MOMENT =
      Pattern.compile(
          DATE
              + "T([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:\\.([0-9]{1,3}))?)?"
              + "(Z|[+-][0-9]{2}:[0-9]{2})");

  private Times() {}

  /** The date, empty when the calendar or the form is wrong. */
  static Optional<LocalDate> date(String written) {
    Matcher parts = DATE.matcher(written);
    try {
      return parts.matches() ? Optional.of(date(parts)) : Optional.empty();
    } catch (DateTimeException impossible) {
      return Optional.empty();
    }
  }

  /** The date, or one near it when there is no such date. */
  static LocalDate dateOrNear(String written) {
    Matcher parts = LOOSE_DATE.matcher(written);
    if (!parts.matches()) {
      return LocalDate.EPOCH;
    }
    int year = Integer.parseInt(parts.group(1));
    int month = clamped(Integer.parseInt(parts.group(2)), 12);
    int last = YearMonth.of(year, month).lengthOfMonth();
    return LocalDate.of(year, month, clamped(Integer.parseInt(parts.group(3)), last));
  }

  /** A date that exists and lacks only its zeros (`2026-1-5`), as it should be written. */
  static Optional<String> withZeros(String written) {
    Matcher parts = LOOSE_DATE.matcher(written);
    if (!parts.matches() || parts.end(3) != written.length()) {
      return Optional.empty();
    }
    String full =
        "%s-%2s-%2s".formatted(parts.group(1), parts.group(2), parts.group(3)).replace(' ', '0');
    return date(full).map(LocalDate::toString);
  }

  /** The moment, empty when its form, its date or its time is wrong. */
  static Optional<Instant> moment(String written) {
    Matcher parts = MOMENT.matcher(written);
    try {
      return parts.matches()
          ? Optional.of(
              OffsetDateTime.of(date(parts), time(parts), ZoneOffset.of(parts.group(8)))
                  .toInstant())
          : Optional.empty();
    } catch (DateTimeException impossible) {
      return Optional.empty();
    }
  }

  /** By hand: the formatters of Java take longer to set up than to read a folder of rules. */
  private static LocalDate date(MatchResult parts) {
    return LocalDate.of(number(parts, 1), number(parts, 2), number(parts, 3));
  }

  private static LocalTime time(MatchResult parts) {
    String fraction = parts.group(7) == null ? "" : parts.group(7);
    int nanos = Integer.parseInt((fraction + "000000000").substring(0, 9));
    return LocalTime.of(number(parts, 4), number(parts, 5), number(parts, 6), nanos);
  }

  /** What stands in a group; 0 where the text leaves it out. */
  private static int number(MatchResult parts, int group) {
    return parts.group(group) == null ? 0 : Integer.parseInt(parts.group(group));
  }

  /** Whether only the zone is missing. */
  static boolean lacksZone(String written) {
    return moment(written + "Z").isPresent();
  }

  /** The moment, or the start of its day when there is no such moment. */
  static Instant momentOrNear(String written) {
    return moment(written)
        .orElseGet(() -> dateOrNear(written).atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  private static int clamped(int value, int most) {
    return Math.max(1, Math.min(value, most));
  }
}
