package dev.tollgate.engine.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class EveryFromWindowTest {

  private static final LocalDate SIGNED_UP = LocalDate.parse("2026-01-15");

  private final OneCounter credits =
      new OneCounter(Terms.everyFrom(30, SIGNED_UP, Terms.BERLIN, 100));

  @Test
  void everythingComesBackEveryThirtyDaysAtMidnight() {
    credits.consumes(100, "2026-01-15T00:00+01:00");
    credits.isDenied(1, "2026-02-13T23:59+01:00", "2026-02-14T00:00+01:00");

    credits.consumes(100, "2026-02-14T00:00+01:00");
    credits.isDenied(1, "2026-02-14T12:00+01:00", "2026-03-16T00:00+01:00");
  }

  @Test
  void stretchesFollowEachOtherWithoutACallToo() {
    credits.consumes(100, "2026-03-16T00:00+01:00");
    credits.isDenied(1, "2026-03-16T12:00+01:00", "2026-04-15T00:00+02:00");
  }

  @Test
  void beforeTheDateTheyGoBackInTheSameRhythm() {
    credits.consumes(100, "2026-01-14T12:00+01:00");
    credits.isDenied(1, "2026-01-14T13:00+01:00", "2026-01-15T00:00+01:00");
    assertThat(credits.used("2026-01-15T00:00+01:00")).isZero();
  }

  @Test
  void whenTheDateMovesTheNewStretchContainsWhatWasConsumedSinceItBegan() {
    credits.consumes(10, "2026-01-16T12:00+01:00");
    credits.consumes(20, "2026-01-21T12:00+01:00");

    credits.comesUnder(Terms.everyFrom(30, LocalDate.parse("2026-01-20"), Terms.BERLIN, 100));
    assertThat(credits.used("2026-01-22T12:00+01:00")).isEqualTo(20);
    credits.comesUnder(Terms.everyFrom(30, SIGNED_UP.minusDays(1), Terms.BERLIN, 100));
    assertThat(credits.used("2026-01-22T12:00+01:00")).isEqualTo(30);
  }

  @Test
  void afterAMoveTheStretchBeginsAtTheOtherMidnight() {
    credits.consumes(10, "2026-01-15T00:30+01:00");
    credits.consumes(20, "2026-01-15T01:30+01:00");

    credits.comesUnder(Terms.everyFrom(30, SIGNED_UP, ZoneOffset.UTC, 100));
    assertThat(credits.used("2026-01-15T12:00Z")).isEqualTo(20);
  }

  @Test
  void aStretchOfManyYearsStillCountsExactly() {
    LocalDate start = LocalDate.parse("2018-06-01");
    OneCounter years = new OneCounter(Terms.everyFrom(3_000, start, Terms.BERLIN, Long.MAX_VALUE));
    Instant before = OneCounter.moment("2018-05-31T23:30+02:00");
    for (int call = 0; call < 2_900; call++) {
      years.consumes(1, before.plus(Duration.ofHours(24L * call)).toString());
    }

    // One of the calls was before the stretch began.
    assertThat(years.used("2026-05-08T12:00+02:00")).isEqualTo(2_899);
    assertThat(years.used("2026-08-17T23:59+02:00")).isEqualTo(2_899);
    assertThat(years.used("2026-08-18T00:00+02:00")).isZero();
  }
}
