package dev.tollgate.engine.impact;

import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.util.OptionalLong;

/** Reads moments of the form that logs have nearly always, in a tenth of the usual time. */
final class PlainMoment {

  private static final int SECONDS = "2026-01-01T10:00:00Z".length();
  private static final int MILLIS = "2026-01-01T10:00:00.000Z".length();
  private static final String FORM = "dddd-dd-ddTdd:dd:dd.dddZ";
  private static final long MILLIS_PER_DAY = 86_400_000;

  private PlainMoment() {}

  /**
   * The milliseconds since 1970 of {@code 2026-01-01T10:00:00Z} or {@code
   * 2026-01-01T10:00:00.125Z}; empty for every other form and for what is no moment.
   */
  static OptionalLong millis(String text) {
    boolean fraction = text.length() == MILLIS;
    if (!fraction && text.length() != SECONDS || !hasForm(text)) {
      return OptionalLong.empty();
    }
    int year = number(text, 0, 4);
    int month = number(text, 5, 7);
    int day = number(text, 8, 10);
    int hour = number(text, 11, 13);
    int minute = number(text, 14, 16);
    int second = number(text, 17, 19);
    boolean known =
        month >= 1 && month <= 12 && day >= 1 && day <= Month.of(month).length(Year.isLeap(year));
    if (!known || hour > 23 || minute > 59 || second > 59) {
      return OptionalLong.empty();
    }
    long seconds = 60L * (60L * hour + minute) + second;
    return OptionalLong.of(
        LocalDate.of(year, month, day).toEpochDay() * MILLIS_PER_DAY
            + 1_000 * seconds
            + (fraction ? number(text, 20, 23) : 0));
  }

  private static boolean hasForm(String text) {
    for (int at = 0; at < text.length() - 1; at++) {
      char form = FORM.charAt(at);
      char each = text.charAt(at);
      if (form == 'd' ? each < '0' || each > '9' : each != form) {
        return false;
      }
    }
    return text.charAt(text.length() - 1) == 'Z';
  }

  private static int number(String text, int from, int until) {
    int number = 0;
    for (int at = from; at < until; at++) {
      number = 10 * number + text.charAt(at) - '0';
    }
    return number;
  }
}
