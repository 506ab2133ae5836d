package dev.tollgate.engine.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.engine.policy.Window.CalendarUnit;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThresholdsTest {

  private static final List<Long> AT_80_90_100 = List.of(80L, 90L, 100L);

  private final OneCounter credits =
      new OneCounter(Terms.warningAt(AT_80_90_100, Terms.rollingDay(100)));

  @Test
  void eachThresholdIsReportedOnceInTwentyFourHours() {
    credits.consumes(10, "2026-01-01T01:00Z");
    String many = credits.consumes(60, "2026-01-01T02:00Z");
    assertThat(credits.tally(10, "2026-01-01T10:00Z").crossed()).containsExactly(0);
    assertThat(credits.tally(10, "2026-01-01T15:00Z").crossed()).containsExactly(1);

    credits.cancels(many, "2026-01-01T16:00Z");
    assertThat(credits.tally(50, "2026-01-01T20:00Z").crossed()).isEmpty();
  }

  @Test
  void aWindowAfterItsReportAThresholdIsReportedAgain() {
    credits.consumes(80, "2026-01-01T10:00Z");
    assertThat(credits.tally(80, "2026-01-02T10:00Z").crossed()).containsExactly(0);
  }

  @Test
  void oneCallReportsAllThatItReaches() {
    assertThat(credits.tally(95, "2026-01-01T10:00Z").crossed()).containsExactly(0, 1);
    assertThat(credits.tally(5, "2026-01-01T10:01Z").crossed()).containsExactly(2);
  }

  @Test
  void aCallThatStaysBelowOrAboveReportsNothing() {
    assertThat(credits.tally(79, "2026-01-01T10:00Z").crossed()).isEmpty();
    assertThat(credits.tally(2, "2026-01-01T10:00Z").crossed()).containsExactly(0);
    assertThat(credits.tally(0, "2026-01-01T10:00Z").crossed()).isEmpty();
    assertThat(credits.tally(1, "2026-01-01T10:00Z").crossed()).isEmpty();
  }

  @Test
  void aChangedLimitDoesNotReportTheSameThresholdTwice() {
    credits.consumes(80, "2026-01-01T10:00Z");
    credits.comesUnder(Terms.warningAt(List.of(160L, 180L, 200L), Terms.rollingDay(200)));

    assertThat(credits.tally(100, "2026-01-01T11:00Z").crossed()).containsExactly(1);
  }

  @Test
  void aDayReportsEachThresholdOnce() {
    OneCounter daily =
        new OneCounter(
            Terms.warningAt(AT_80_90_100, Terms.calendar(CalendarUnit.DAY, ZoneOffset.UTC, 100)));
    String first = daily.consumes(80, "2026-01-01T22:00Z");
    daily.cancels(first, "2026-01-01T22:30Z");

    assertThat(daily.tally(85, "2026-01-01T23:00Z").crossed()).isEmpty();
    assertThat(daily.tally(85, "2026-01-02T00:00Z").crossed()).containsExactly(0);
  }

  @Test
  void aBucketReportsAgainOnceItCouldHaveBeenRefilled() {
    OneCounter bucket =
        new OneCounter(Terms.warningAt(AT_80_90_100, Terms.bucket(100, 1, Duration.ofSeconds(1))));
    assertThat(bucket.tally(80, "2026-01-01T10:00:00Z").crossed()).containsExactly(0);

    assertThat(bucket.tally(79, "2026-01-01T10:01:39Z").crossed()).isEmpty();
    assertThat(bucket.tally(2, "2026-01-01T10:01:40Z").crossed()).containsExactly(0);
  }

  @Test
  void callsInFlightReportAgainOnceTheyWouldBeForgotten() {
    OneCounter calls =
        new OneCounter(Terms.warningAt(List.of(4L), Terms.inFlight(Duration.ofMinutes(10), 5)));
    String four = calls.consumes(4, "2026-01-01T10:00Z");
    calls.cancels(four, "2026-01-01T10:01Z");

    assertThat(calls.tally(4, "2026-01-01T10:09Z").crossed()).isEmpty();
    assertThat(calls.tally(5, "2026-01-01T10:19Z").crossed()).containsExactly(0);
  }
}
