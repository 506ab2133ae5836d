package dev.tollgate.engine.ledger;

import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.Place;
import dev.tollgate.engine.policy.Price;
import dev.tollgate.engine.policy.Window;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Terms for tests, in words. */
final class Terms {

  static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  /** The price list by which units are billed unless a test says another. */
  static final BilledBy PRICES = prices("first");

  private Terms() {}

  /** A price list of one slab, of a policy of its own. */
  static BilledBy prices(String policy) {
    Place place = new Place(policy + ".toll", 7, 3);
    Price.Slab slab = new Price.Slab(0, Long.MAX_VALUE, new BigDecimal("0.25"), "at 0.25", place);
    return new BilledBy(policy, "extra", new Price.Graduated("USD", List.of(slab), place));
  }

  /** How a day changed whose units are billed by {@link #PRICES}. */
  static BilledDay billed(LocalDate day, long before, long after) {
    return new BilledDay(
        day, before, after, before == after ? Optional.empty() : Optional.of(PRICES));
  }

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
        Optional.empty(),
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
        Optional.empty(),
        List.of());
  }

  static CounterTerms inFlight(Duration forgottenAfter, long limit) {
    return CounterTerms.of(
        new Window.InFlight(forgottenAfter.toMillis(), "in flight"), ZoneOffset.UTC, limit);
  }

  /** Beyond {@code included}, units are billed. */
  static CounterTerms billedBeyond(long included, CounterTerms terms) {
    return billedBeyond(included, PRICES, terms);
  }

  static CounterTerms billedBeyond(long included, BilledBy by, CounterTerms terms) {
    return new CounterTerms(
        terms.window(),
        terms.zone(),
        terms.start(),
        terms.available(),
        included,
        terms.ceiling(),
        terms.refill(),
        Optional.of(by),
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
        terms.billedBy(),
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
        terms.billedBy(),
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
        terms.billedBy(),
        terms.warnAt());
  }
}
