package dev.tollgate.engine.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.engine.policy.Window.CalendarUnit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Function;
import java.util.function.LongUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Days of traffic, while the clock is set, on a ledger and on a plain log of all that was consumed.
 * What comes back with time does so by the time that has passed; what comes back by the calendar
 * does so by the wall clock.
 */
class UnderAttackTest {

  private static final CounterKey KEY = new CounterKey("crm", "credits", "acme", List.of());
  private static final Duration LENGTH = Duration.ofDays(4);
  private static final long DAY = Duration.ofDays(1).toMillis();
  private static final LocalDate ANCHOR = LocalDate.parse("2026-03-27");

  private record Consumed(long moment, long units) {}

  static Stream<Arguments> trafficAndClocks() {
    return Stream.of(Traffic.values())
        .flatMap(
            traffic ->
                Stream.of(SetClock.Setting.values()).map(clock -> Arguments.of(traffic, clock)));
  }

  @ParameterizedTest
  @MethodSource("trafficAndClocks")
  void everyFormOfWindowAllowsWhatThePlainLogAllows(Traffic traffic, SetClock.Setting clock) {
    long limit = 100;
    check(traffic, clock, Terms.rollingDay(limit), PlainLog.after(DAY));
    check(traffic, clock, Terms.fromFirstCall(Duration.ofDays(1), limit), fromFirst());
    check(traffic, clock, Terms.inFlight(Duration.ofHours(2), limit), PlainLog.after(DAY / 12));
    check(
        traffic,
        clock,
        Terms.bucket(limit, 7, Duration.ofMinutes(30)),
        PlainLog.bucket(7, Duration.ofMinutes(30).toMillis()));
    check(
        traffic,
        clock,
        Terms.calendar(CalendarUnit.HOUR, ZoneOffset.UTC, limit / 10),
        PlainLog.since(now -> now - now % 3_600_000));
    check(
        traffic,
        clock,
        Terms.calendar(CalendarUnit.DAY, Terms.BERLIN, limit),
        PlainLog.since(days(1)));
    check(traffic, clock, Terms.everyFrom(2, ANCHOR, Terms.BERLIN, limit), PlainLog.since(days(2)));
  }

  @ParameterizedTest
  @MethodSource("trafficAndClocks")
  void beyondAThousandMomentsNoStretchHasMoreThanTheLimitAndUnitsAreHardlyLate(
      Traffic traffic, SetClock.Setting setting) {
    long limit = 1_150;
    SetClock clock = new SetClock(setting);
    Ledger<Granted, Settled> ledger = new InMemoryLedger<>(clock);
    List<Consumed> consumed = new ArrayList<>();
    int decision = 0;
    for (Traffic.Attempt attempt : traffic.over(LENGTH, 60, new Random(7))) {
      clock.passed(attempt.at());
      decision++;
      boolean allowed = tries(ledger, clock, Terms.rollingDay(limit), attempt.cost(), decision);
      if (allowed && attempt.cost() > 0) {
        consumed.add(new Consumed(clock.steady(), attempt.cost()));
        assertThat(since(consumed, clock.steady() - DAY + 1)).isLessThanOrEqualTo(limit);
      } else if (attempt.cost() > 0) {
        // Denied only because of what was consumed within the window and a 480th of it.
        assertThat(since(consumed, clock.steady() - DAY - DAY / 480 + 1) + attempt.cost())
            .isGreaterThan(limit);
      }
    }
    assertThat(mostInAStretch(consumed)).isLessThanOrEqualTo(limit);
  }

  private static void check(
      Traffic traffic, SetClock.Setting setting, CounterTerms terms, PlainLog.Rule rule) {
    SetClock clock = new SetClock(setting);
    Ledger<Granted, Settled> ledger = new InMemoryLedger<>(clock);
    PlainLog log = new PlainLog(rule);
    boolean steady = Form.of(terms.window()).steady();
    int decision = 0;
    for (Traffic.Attempt attempt : traffic.over(LENGTH, 420, new Random(7))) {
      clock.passed(attempt.at());
      decision++;
      long now = steady ? clock.steady() : clock.wall();
      boolean fits = attempt.cost() == 0 || log.used(now) + attempt.cost() <= terms.ceiling();

      assertThat(tries(ledger, clock, terms, attempt.cost(), decision))
          .as("%s: %s of %s at %s", terms.window().text(), attempt, traffic, setting)
          .isEqualTo(fits);
      if (fits) {
        log.consume("d" + decision, now, OptionalLong.empty(), attempt.cost(), Optional.empty());
      }
    }
  }

  private static boolean tries(
      Ledger<Granted, Settled> ledger,
      SetClock clock,
      CounterTerms terms,
      long cost,
      int decision) {
    Take take =
        new Take(
            "crm",
            "acme",
            "d" + decision,
            Instant.ofEpochMilli(clock.wall()),
            Optional.empty(),
            List.of(new Draw(KEY, terms, cost)),
            Optional.empty());
    return ledger.take(take, Function.identity()) instanceof Outcome.Allowed;
  }

  private static long since(List<Consumed> consumed, long from) {
    long sum = 0;
    for (int i = consumed.size() - 1; i >= 0 && consumed.get(i).moment() >= from; i--) {
      sum += consumed.get(i).units();
    }
    return sum;
  }

  /** Of all stretches of a day, which include their first moment and not their last. */
  private static long mostInAStretch(List<Consumed> consumed) {
    long most = 0;
    long sum = 0;
    int first = 0;
    for (Consumed last : consumed) {
      sum += last.units();
      while (consumed.get(first).moment() <= last.moment() - DAY) {
        sum -= consumed.get(first).units();
        first++;
      }
      most = Math.max(most, sum);
    }
    return most;
  }

  private static PlainLog.Rule fromFirst() {
    return PlainLog.fromFirstCall(DAY);
  }

  private static LongUnaryOperator days(int count) {
    return now -> PlainLog.startOfDays(count, ANCHOR, Terms.BERLIN, now);
  }
}
