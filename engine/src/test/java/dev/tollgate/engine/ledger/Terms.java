package dev.tollgate.engine.ledger;

import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.Window;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Terms for tests, in words. */
final class Terms {

  static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private Terms() {}

  static CounterTerms rolling(Duration length, long limit) {
    return CounterTerms.of(
        new Window.Rolling(length.toMillis(), "rolling " + length), ZoneOffset.UTC, limit);
  }

  static CounterTerms rollingDay(long limit) {
    return rolling(Duration.ofHours(24), limit);
  }

  /** A calendar window in the account's zone. */
  static CounterTerms calendar(Window.CalendarUnit unit, ZoneId zone, long limit) {
    return calendar(unit, 1, zone, limit);
  }

  static CounterTerms calendar(Window.CalendarUnit unit, int count, ZoneId zone, long limit) {
    return CounterTerms.of(
        new Window.Calendar(unit, count, Optional.empty(), "calendar " + unit), zone, limit);
  }

  static CounterTerms fromFirstCall(Duration length, long limit) {
    return CounterTerms.of(
        new Window.FromFirstCall(length.toMillis(), length + " from the first call"),
        ZoneOffset.UTC,
        limit);
  }

  static CounterTerms everyFrom(int days, LocalDate start, ZoneId zone, long limit) {
    return new CounterTerms(
        new Window.EveryFrom(days, Attribute.SIGNED_UP, "every " + days + " days"),
        zone,
        Optional.of(start),
        limit,
        limit,
        limit,
        Optional.empty(),
        false,
        List.of());
  }

  static CounterTerms bucket(long capacity, long refill, Duration per) {
    return new CounterTerms(
        new Window.Bucket("bucket"),
        ZoneOffset.UTC,
        Optional.empty(),
        capacity,
        capacity,
        capacity,
        Optional.of(new Refill(refill, per.toMillis())),
        false,
        List.of());
  }

  static CounterTerms inFlight(Duration forgottenAfter, long limit) {
    return CounterTerms.of(
        new Window.InFlight(forgottenAfter.toMillis(), "in flight"), ZoneOffset.UTC, limit);
  }

  /** Beyond {@code included}, units are billed. */
  static CounterTerms billedBeyond(long included, CounterTerms terms) {
    return new CounterTerms(
        terms.window(),
        terms.zone(),
        terms.start(),
        terms.available(),
        included,
        terms.ceiling(),
        terms.refill(),
        true,
        terms.warnAt());
  }

  static CounterTerms warningAt(List<Long> warnAt, CounterTerms terms) {
    return new CounterTerms(
        terms.window(),
        terms.zone(),
        terms.start(),
        terms.available(),
        terms.included(),
        terms.ceiling(),
        terms.refill(),
        terms.billed(),
        warnAt);
  }

  static CounterTerms withCeiling(long ceiling, CounterTerms terms) {
    return new CounterTerms(
        terms.window(),
        terms.zone(),
        terms.start(),
        terms.available(),
        terms.included(),
        ceiling,
        terms.refill(),
        terms.billed(),
        terms.warnAt());
  }

  static CounterTerms in(ZoneId zone, CounterTerms terms) {
    return new CounterTerms(
        terms.window(),
        zone,
        terms.start(),
        terms.available(),
        terms.included(),
        terms.ceiling(),
        terms.refill(),
        terms.billed(),
        terms.warnAt());
  }
}
