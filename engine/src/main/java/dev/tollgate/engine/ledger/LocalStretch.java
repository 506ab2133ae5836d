package dev.tollgate.engine.ledger;

import dev.tollgate.engine.policy.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneRules;

/**
 * A stretch of a local calendar, as instants in milliseconds since 1970 in UTC. The stretches of
 * one calendar follow each other without gap or overlap.
 *
 * @param from its first moment
 * @param until the first moment of the next one
 */
record LocalStretch(long from, long until) {

  boolean contains(long moment) {
    return from <= moment && moment < until;
  }

  /**
   * The stretch of a calendar that contains {@code now}.
   *
   * <p>Stretches of up to an hour are cut at the full local hour, minute or group of seconds, and
   * where the offset of the zone changes. So an hour of the clock that occurs twice is two
   * stretches, and one that is skipped is none.
   *
   * @param count how many seconds make one; 1 for all other units
   */
  static LocalStretch of(Window.CalendarUnit unit, int count, ZoneId zone, long now) {
    switch (unit) {
      case SECONDS:
        return ofClock(count * 1_000L, zone.getRules(), now);
      case MINUTE:
        return ofClock(60_000L, zone.getRules(), now);
      case HOUR:
        return ofClock(3_600_000L, zone.getRules(), now);
      case DAY:
        return ofDays(1, LocalDate.EPOCH, zone, now);
      case MONTH:
        return ofMonth(zone, now);
      default:
        throw new IllegalArgumentException("no stretch of " + unit);
    }
  }

  /** The stretch of {@code days} days, counted from {@code start} in both directions. */
  static LocalStretch ofDays(int days, LocalDate start, ZoneId zone, long now) {
    long passed = localDate(now, zone).toEpochDay() - start.toEpochDay();
    LocalDate first = start.plusDays(Math.floorDiv(passed, (long) days) * days);
    LocalDate next = first.plusDays(days);
    // Where clocks go back over midnight the old date returns, but its successor has begun.
    return startOf(next, zone) <= now
        ? new LocalStretch(startOf(next, zone), startOf(next.plusDays(days), zone))
        : new LocalStretch(startOf(first, zone), startOf(next, zone));
  }

  private static LocalStretch ofMonth(ZoneId zone, long now) {
    LocalDate first = localDate(now, zone).withDayOfMonth(1);
    LocalDate next = first.plusMonths(1);
    return startOf(next, zone) <= now
        ? new LocalStretch(startOf(next, zone), startOf(next.plusMonths(1), zone))
        : new LocalStretch(startOf(first, zone), startOf(next, zone));
  }

  private static LocalStretch ofClock(long millis, ZoneRules rules, long now) {
    long offset = offsetMillis(rules, now);
    long from = Math.floorDiv(now + offset, millis) * millis - offset;
    long until = from + millis;
    if (offsetMillis(rules, from) != offset) {
      from = nextTransition(rules, from);
    }
    if (offsetMillis(rules, until - 1) != offset) {
      until = nextTransition(rules, now);
    }
    return new LocalStretch(from, until);
  }

  private static long offsetMillis(ZoneRules rules, long moment) {
    return rules.getOffset(Instant.ofEpochMilli(moment)).getTotalSeconds() * 1_000L;
  }

  private static long nextTransition(ZoneRules rules, long after) {
    return rules.nextTransition(Instant.ofEpochMilli(after)).getInstant().toEpochMilli();
  }

  private static LocalDate localDate(long moment, ZoneId zone) {
    return LocalDate.ofInstant(Instant.ofEpochMilli(moment), zone);
  }

  private static long startOf(LocalDate date, ZoneId zone) {
    return date.atStartOfDay(zone).toInstant().toEpochMilli();
  }
}
