package dev.tollgate.engine.ledger;

import dev.tollgate.engine.ledger.RandomTraffic.Step;
import dev.tollgate.engine.policy.Window.CalendarUnit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.LongUnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;

@PropertyDefaults(tries = 300, edgeCases = EdgeCasesMode.NONE)
class RandomTrafficTest {

  private static final LocalDate ANCHOR = LocalDate.parse("2026-03-31");

  /**
   * The hours change an hour apart or less, and clocks change in the first night of the traffic.
   */
  private static final List<ZoneId> ZONES =
      List.of(
          ZoneOffset.UTC,
          Terms.BERLIN,
          ZoneId.of("Asia/Kathmandu"),
          ZoneId.of("America/New_York"),
          ZoneId.of("Pacific/Kiritimati"));

  @Property
  void aRollingWindowAnswersLikeAPlainLog(@ForAll("milliseconds") List<Step> steps) {
    run(PlainLog.after(100), limits(Terms.rolling(Duration.ofMillis(100), 20)), steps);
  }

  @Property
  void aWindowFromTheFirstCallAnswersLikeAPlainLog(@ForAll("milliseconds") List<Step> steps) {
    run(
        PlainLog.fromFirstCall(100),
        limits(Terms.fromFirstCall(Duration.ofMillis(100), 20)),
        steps);
  }

  @Property
  void callsInFlightAnswerLikeAPlainLog(@ForAll("milliseconds") List<Step> steps) {
    run(PlainLog.after(100), limits(Terms.inFlight(Duration.ofMillis(100), 20)), steps);
  }

  @Property
  void aBucketAnswersLikeAPlainLog(@ForAll("milliseconds") List<Step> steps) {
    run(
        PlainLog.bucket(7, 30),
        List.of(
            Terms.bucket(20, 7, Duration.ofMillis(30)),
            Terms.bucket(9, 7, Duration.ofMillis(30)),
            Terms.bucket(31, 7, Duration.ofMillis(30))),
        steps);
  }

  @Property
  void aBucketThatRefillsQuicklyAnswersLikeAPlainLog(@ForAll("milliseconds") List<Step> steps) {
    run(
        PlainLog.bucket(7, 2),
        List.of(
            Terms.bucket(100, 7, Duration.ofMillis(2)), Terms.bucket(9, 7, Duration.ofMillis(2))),
        scaled(steps, 0, 9));
  }

  @Property
  void secondsAnswerLikeAPlainLog(@ForAll("milliseconds") List<Step> steps) {
    CounterTerms terms = Terms.calendar(CalendarUnit.SECONDS, 15, Terms.BERLIN, 20);
    run(since(now -> now - Math.floorMod(now, 15_000L)), limits(terms), scaled(steps, 300, 1));
  }

  @Property
  void minutesAnswerLikeAPlainLog(@ForAll("milliseconds") List<Step> steps) {
    CounterTerms terms = Terms.calendar(CalendarUnit.MINUTE, Terms.BERLIN, 20);
    run(since(now -> now - Math.floorMod(now, 60_000L)), limits(terms), scaled(steps, 900, 1));
  }

  @Property
  void hoursAnswerLikeAPlainLogWhileTheZoneChanges(@ForAll("milliseconds") List<Step> steps) {
    CounterTerms terms = Terms.calendar(CalendarUnit.HOUR, ZoneOffset.UTC, 20);
    runInAllZones(
        (zone, now) -> zoned(now, zone).truncatedTo(ChronoUnit.HOURS).toInstant().toEpochMilli(),
        terms,
        scaled(steps, 45_000, 1));
  }

  @Property
  void daysAnswerLikeAPlainLogWhileTheZoneChanges(@ForAll("milliseconds") List<Step> steps) {
    CounterTerms terms = Terms.calendar(CalendarUnit.DAY, ZoneOffset.UTC, 20);
    runInAllZones(
        (zone, now) -> PlainLog.startOfDays(1, ANCHOR, zone, now),
        terms,
        scaled(steps, 900_000, 1));
  }

  @Property
  void monthsAnswerLikeAPlainLogWhileTheZoneChanges(@ForAll("milliseconds") List<Step> steps) {
    CounterTerms terms = Terms.calendar(CalendarUnit.MONTH, ZoneOffset.UTC, 20);
    runInAllZones(
        (zone, now) ->
            zoned(now, zone)
                .toLocalDate()
                .withDayOfMonth(1)
                .atStartOfDay(zone)
                .toInstant()
                .toEpochMilli(),
        terms,
        scaled(steps, 9_000_000, 1));
  }

  @Property
  void stretchesOfDaysAnswerLikeAPlainLogWhileTheZoneChanges(
      @ForAll("milliseconds") List<Step> steps) {
    CounterTerms terms = Terms.everyFrom(3, ANCHOR, ZoneOffset.UTC, 20);
    runInAllZones(
        (zone, now) -> PlainLog.startOfDays(3, ANCHOR, zone, now),
        terms,
        scaled(steps, 2_000_000, 1));
  }

  /** Gaps of up to 60 ms, in windows of about 100 ms. */
  @Provide
  Arbitrary<List<Step>> milliseconds() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 7),
            Arbitraries.longs().between(0, 60),
            Arbitraries.longs().between(0, 13),
            Arbitraries.integers().between(0, 999))
        .as(Step::new)
        .list()
        .ofMaxSize(80);
  }

  private static List<Step> scaled(List<Step> steps, long gap, long amount) {
    return steps.stream()
        .map(
            step ->
                new Step(
                    step.kind(),
                    gap == 0 ? step.gapMillis() / 6 : step.gapMillis() * gap,
                    step.amount() * amount,
                    step.pick()))
        .toList();
  }

  /** The same terms with other limits, and with units that are billed. */
  private static List<CounterTerms> limits(CounterTerms terms) {
    return List.of(
        terms,
        Terms.billedBeyond(8, Terms.withCeiling(30, terms)),
        Terms.withCeiling(7, terms),
        Terms.billedBeyond(3, terms));
  }

  private static PlainLog.Rule since(LongUnaryOperator startOfStretch) {
    return PlainLog.since(startOfStretch);
  }

  private static void run(PlainLog.Rule rule, List<CounterTerms> terms, List<Step> steps) {
    new RandomTraffic(rule, terms).run(steps);
  }

  private interface Start {
    long of(ZoneId zone, long now);
  }

  private static void runInAllZones(Start start, CounterTerms terms, List<Step> steps) {
    // The rule is asked about the terms of the moment, which the traffic knows.
    RandomTraffic[] traffic = new RandomTraffic[1];
    traffic[0] =
        new RandomTraffic(
            since(now -> start.of(traffic[0].terms().zone(), now)),
            ZONES.stream().map(zone -> Terms.in(zone, terms)).toList());
    traffic[0].run(steps);
  }

  private static ZonedDateTime zoned(long now, ZoneId zone) {
    return Instant.ofEpochMilli(now).atZone(zone);
  }
}
