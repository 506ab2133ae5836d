package dev.tollgate.engine.reference;

import dev.tollgate.grammar.tree.Amount;
import dev.tollgate.grammar.tree.ClockUnit;
import dev.tollgate.grammar.tree.Stretch;
import dev.tollgate.grammar.tree.Window;
import dev.tollgate.grammar.tree.ZoneChoice;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Everything that was consumed from one counter, in order of time. */
final class ReferenceLog {

  /** What one call consumed. */
  static final class Entry {
    final Instant at;
    final BigDecimal included;
    final BigDecimal billed;
    boolean ended;

    Entry(Instant at, BigDecimal included, BigDecimal billed) {
      this.at = at;
      this.included = included;
      this.billed = billed;
    }

    BigDecimal all() {
      return included.add(billed);
    }
  }

  private final List<Entry> entries = new ArrayList<>();

  Entry add(Instant at, BigDecimal included, BigDecimal billed) {
    Entry entry = new Entry(at, included, billed);
    entries.add(entry);
    return entry;
  }

  /** Units billed on the calendar day of {@code at}. */
  BigDecimal billedOnDayOf(Instant at, ZoneId zone) {
    LocalDate day = at.atZone(zone).toLocalDate();
    return entries.stream()
        .filter(entry -> entry.at.atZone(zone).toLocalDate().equals(day))
        .map(entry -> entry.billed)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** What a bucket lacks of its capacity; a part of the unit's last decimal is still missing. */
  BigDecimal missingFrom(Amount.Capacity bucket, Instant at, int decimals) {
    BigDecimal capacity = bucket.capacity().number().value();
    BigDecimal refill = bucket.refill().number().value();
    BigDecimal every = BigDecimal.valueOf(length(bucket.every()).toMillis());
    // Scaled by `every`, so that nothing has to be divided on the way.
    BigDecimal missing = BigDecimal.ZERO;
    Instant last = Instant.EPOCH;
    for (Entry entry : entries) {
      missing = refilled(missing, refill, last, entry.at).add(entry.all().multiply(every));
      last = entry.at;
    }
    BigDecimal now =
        refilled(missing, refill, last, at).divide(every, decimals, RoundingMode.CEILING);
    return now.min(capacity);
  }

  private static BigDecimal refilled(
      BigDecimal missing, BigDecimal refill, Instant from, Instant until) {
    long millis = Duration.between(from, until).toMillis();
    return missing.subtract(refill.multiply(BigDecimal.valueOf(millis))).max(BigDecimal.ZERO);
  }

  /** Entries that have not come back at {@code at}. */
  List<Entry> out(Window window, Instant at, ZoneId zone, LocalDate signedUp) {
    return entries.stream()
        .filter(entry -> !entry.at.isAfter(at))
        .filter(entry -> isOut(entry, window, at, zone, signedUp))
        .toList();
  }

  private boolean isOut(Entry entry, Window window, Instant at, ZoneId zone, LocalDate signedUp) {
    if (window instanceof Window.Rolling rolling) {
      return entry.at.plus(length(rolling.length())).isAfter(at);
    }
    if (window instanceof Window.InFlight inFlight) {
      return !entry.ended && entry.at.plus(length(inFlight.forgottenAfter())).isAfter(at);
    }
    if (window instanceof Window.Calendar calendar) {
      return !entry.at.isBefore(startOfStretch(calendar, at, zone));
    }
    if (window instanceof Window.Every every) {
      long days = every.length().count().value().longValueExact();
      LocalDate today = at.atZone(zone).toLocalDate();
      long passed = Math.floorDiv(ChronoUnit.DAYS.between(signedUp, today), days);
      return !entry.at.isBefore(signedUp.plusDays(passed * days).atStartOfDay(zone).toInstant());
    }
    Instant start = startOfLastStretch(length(((Window.FromFirstCall) window).length()));
    return start.plus(length(((Window.FromFirstCall) window).length())).isAfter(at)
        && !entry.at.isBefore(start);
  }

  private Instant startOfLastStretch(Duration length) {
    Instant start = Instant.MIN;
    for (Entry entry : entries) {
      boolean consumes = entry.all().signum() > 0;
      if (consumes && (start == Instant.MIN || !start.plus(length).isAfter(entry.at))) {
        start = entry.at;
      }
    }
    return start == Instant.MIN ? entries.get(0).at : start;
  }

  private static Instant startOfStretch(Window.Calendar calendar, Instant at, ZoneId ofAccount) {
    ZoneId zone =
        calendar
            .zone()
            .map(
                choice ->
                    choice instanceof ZoneChoice.Named named
                        ? ZoneId.of(named.zone().text())
                        : ofAccount)
            .orElse(ZoneId.of("UTC"));
    ZonedDateTime local = at.atZone(zone);
    ClockUnit unit = calendar.length().unit();
    long count = calendar.length().count().value().longValueExact();
    return switch (unit) {
      case SECOND ->
          local.truncatedTo(ChronoUnit.SECONDS).minusSeconds(local.getSecond() % count).toInstant();
      case MINUTE -> local.truncatedTo(ChronoUnit.MINUTES).toInstant();
      case HOUR -> local.truncatedTo(ChronoUnit.HOURS).toInstant();
      case DAY -> local.toLocalDate().atStartOfDay(zone).toInstant();
      case MONTH -> local.toLocalDate().withDayOfMonth(1).atStartOfDay(zone).toInstant();
      default -> throw new IllegalArgumentException("no such calendar: " + unit);
    };
  }

  static Duration length(Stretch stretch) {
    long count = stretch.count().value().longValueExact();
    return switch (stretch.unit()) {
      case MILLISECOND -> Duration.ofMillis(count);
      case SECOND -> Duration.ofSeconds(count);
      case MINUTE -> Duration.ofMinutes(count);
      case HOUR -> Duration.ofHours(count);
      case DAY -> Duration.ofDays(count);
      default -> throw new IllegalArgumentException("no fixed length: " + stretch);
    };
  }
}
