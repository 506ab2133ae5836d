package dev.tollgate.engine.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.engine.policy.Window;
import dev.tollgate.engine.policy.Window.CalendarUnit;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CalendarWindowTest {

  @Test
  void aDayComesBackAtMidnightOfTheAccount() {
    OneCounter credits = new OneCounter(Terms.calendar(CalendarUnit.DAY, Terms.BERLIN, 100));
    credits.consumes(60, "2026-01-10T00:00+01:00");
    credits.consumes(40, "2026-01-10T23:59:59.999+01:00");

    credits.isDenied(1, "2026-01-10T23:59:59.999+01:00", "2026-01-11T00:00+01:00");
    assertThat(credits.nextReturn("2026-01-10T23:59:59.999+01:00"))
        .isEqualTo(OneCounter.back(100, "2026-01-11T00:00+01:00"));
    credits.consumes(100, "2026-01-11T00:00+01:00");
  }

  @Test
  void aDayIsAsLongAsTheClockMakesIt() {
    OneCounter credits = new OneCounter(Terms.calendar(CalendarUnit.DAY, Terms.BERLIN, 100));
    credits.consumes(100, "2026-03-29T00:30+01:00");
    credits.isDenied(1, "2026-03-29T12:00+02:00", "2026-03-30T00:00+02:00");

    credits.consumes(100, "2026-10-25T00:30+02:00");
    credits.isDenied(1, "2026-10-25T23:30+01:00", "2026-10-26T00:00+01:00");
  }

  @Test
  void anHourThatTheClockRepeatsCountsTwice() {
    OneCounter credits = new OneCounter(Terms.calendar(CalendarUnit.HOUR, Terms.BERLIN, 100));
    credits.consumes(100, "2026-10-25T02:30+02:00");

    credits.isDenied(1, "2026-10-25T02:59:59.999+02:00", "2026-10-25T02:00+01:00");
    credits.consumes(100, "2026-10-25T02:00+01:00");
    credits.isDenied(1, "2026-10-25T02:30+01:00", "2026-10-25T03:00+01:00");
  }

  @Test
  void anHourIsCutWhereTheClockIsSetBackByHalfAnHour() {
    ZoneId lordHowe = ZoneId.of("Australia/Lord_Howe");
    OneCounter credits = new OneCounter(Terms.calendar(CalendarUnit.HOUR, lordHowe, 100));
    credits.consumes(100, "2026-04-05T01:45+11:00");

    credits.isDenied(1, "2026-04-05T01:59+11:00", "2026-04-05T01:30+10:30");
    credits.consumes(100, "2026-04-05T01:45+10:30");
    credits.isDenied(1, "2026-04-05T01:59+10:30", "2026-04-05T02:00+10:30");
  }

  @Test
  void anHourIsCutWhereTheClockIsSetForwardByHalfAnHour() {
    ZoneId lordHowe = ZoneId.of("Australia/Lord_Howe");
    OneCounter credits = new OneCounter(Terms.calendar(CalendarUnit.HOUR, lordHowe, 100));
    credits.consumes(100, "2026-10-04T02:30+11:00");

    credits.isDenied(1, "2026-10-04T02:45+11:00", "2026-10-04T03:00+11:00");
  }

  @Test
  void midnightThatTheClockRepeatsBeginsNoSecondDay() {
    // In 2006 clocks in Newfoundland went back from 00:01 to 23:01 of the day before.
    ZoneId newfoundland = ZoneId.of("America/St_Johns");
    OneCounter credits = new OneCounter(Terms.calendar(CalendarUnit.DAY, newfoundland, 100));
    credits.consumes(100, "2006-10-29T00:00:30-02:30");

    credits.isDenied(1, "2006-10-28T23:30-03:30", "2006-10-30T00:00-03:30");
    credits.isDenied(1, "2006-10-29T12:00-03:30", "2006-10-30T00:00-03:30");
  }

  @Test
  void aDayThatTheCalendarLeavesOutIsSkipped() {
    ZoneId samoa = ZoneId.of("Pacific/Apia");
    OneCounter credits = new OneCounter(Terms.calendar(CalendarUnit.DAY, samoa, 100));
    credits.consumes(100, "2011-12-29T12:00-10:00");

    credits.isDenied(1, "2011-12-29T13:00-10:00", "2011-12-31T00:00+14:00");
  }

  @Test
  void aMonthComesBackAtItsEnd() {
    OneCounter credits = new OneCounter(Terms.calendar(CalendarUnit.MONTH, Terms.BERLIN, 100));
    credits.consumes(100, "2026-02-01T00:00+01:00");

    credits.isDenied(1, "2026-02-28T23:00+01:00", "2026-03-01T00:00+01:00");
    credits.consumes(100, "2026-03-31T12:00+02:00");
    credits.isDenied(1, "2026-03-31T13:00+02:00", "2026-04-01T00:00+02:00");
  }

  @Test
  void groupsOfSecondsBeginWithTheMinute() {
    OneCounter credits =
        new OneCounter(Terms.calendar(CalendarUnit.SECONDS, 10, ZoneOffset.UTC, 5));
    credits.consumes(5, "2026-01-01T10:00:09.999Z");
    credits.isDenied(1, "2026-01-01T10:00:09.999Z", "2026-01-01T10:00:10Z");
  }

  @Test
  void aMinuteBeginsAtItsFullSecond() {
    OneCounter credits = new OneCounter(Terms.calendar(CalendarUnit.MINUTE, Terms.BERLIN, 5));
    credits.consumes(5, "2026-01-01T10:07:59.999Z");
    credits.isDenied(1, "2026-01-01T10:07:59.999Z", "2026-01-01T10:08Z");
  }

  @Test
  void aWindowWithItsOwnZoneDoesNotAskForTheAccounts() {
    Window.Calendar day =
        new Window.Calendar(
            CalendarUnit.DAY,
            1,
            Optional.of(ZoneId.of("Asia/Tokyo")),
            "calendar day in Asia/Tokyo");
    OneCounter credits = new OneCounter(CounterTerms.of(day, Terms.BERLIN, 100));
    credits.consumes(100, "2026-01-01T10:00+09:00");

    credits.isDenied(1, "2026-01-01T11:00+09:00", "2026-01-02T00:00+09:00");
  }

  @Test
  void afterAMoveTheNewDayContainsWhatWasConsumedSinceItBegan() {
    CounterTerms day = Terms.calendar(CalendarUnit.DAY, ZoneOffset.UTC, 100);
    OneCounter credits = new OneCounter(day);
    credits.consumes(1, "2026-01-09T23:50Z");
    credits.consumes(3, "2026-01-10T22:50Z");
    credits.consumes(4, "2026-01-10T23:10Z");
    assertThat(credits.used("2026-01-10T23:40Z")).isEqualTo(7);

    credits.comesUnder(Terms.in(Terms.BERLIN, day));
    assertThat(credits.used("2026-01-10T23:40Z")).isEqualTo(4);

    credits.comesUnder(Terms.in(ZoneId.of("Pacific/Honolulu"), day));
    assertThat(credits.used("2026-01-10T23:40Z")).isEqualTo(7);

    credits.comesUnder(Terms.in(ZoneId.of("Pacific/Kiritimati"), day));
    assertThat(credits.used("2026-01-10T23:40Z")).isEqualTo(7);
  }

  @Test
  void aMoveToAZoneOfThePastKeepsTheWholeQuarterOfItsMidnight() {
    CounterTerms day = Terms.calendar(CalendarUnit.DAY, ZoneOffset.UTC, 100);
    OneCounter credits = new OneCounter(day);
    credits.consumes(3, "2026-01-10T22:46Z");
    credits.consumes(4, "2026-01-10T22:59Z");

    // Its day begins at 22:50, within a quarter of an hour: what was consumed at 22:46 comes late.
    credits.comesUnder(Terms.in(ZoneOffset.ofHoursMinutes(1, 10), day));
    assertThat(credits.used("2026-01-10T23:40Z")).isEqualTo(7);
    assertThat(credits.used("2026-01-11T22:50Z")).isZero();
  }

  @Test
  void whatIsGivenBackLeavesItsOwnStretch() {
    OneCounter credits = new OneCounter(Terms.calendar(CalendarUnit.DAY, ZoneOffset.UTC, 100));
    String yesterday = credits.consumes(30, "2026-01-10T23:59Z");
    String today = credits.consumes(20, "2026-01-11T00:01Z");
    credits.consumes(10, "2026-01-11T00:02Z");

    credits.cancels(yesterday, "2026-01-11T00:03Z");
    assertThat(credits.used("2026-01-11T00:03Z")).isEqualTo(30);
    credits.cancels(today, "2026-01-11T00:03Z");
    assertThat(credits.used("2026-01-11T00:03Z")).isEqualTo(10);
  }

  @Test
  void aMonthOfBusyQuartersStillCountsExactly() {
    OneCounter credits =
        new OneCounter(Terms.calendar(CalendarUnit.MONTH, Terms.BERLIN, Long.MAX_VALUE));
    Instant start = OneCounter.moment("2026-03-01T00:00+01:00");
    for (int quarter = 0; quarter < 2_900; quarter++) {
      credits.consumes(1, start.plusSeconds(900L * quarter).toString());
    }

    assertThat(credits.used("2026-03-31T23:59+02:00")).isEqualTo(2_900);
    assertThat(credits.used("2026-04-01T00:00+02:00")).isZero();
    // Merged by days of Berlin, a day of another zone that begins within one is taken as whole.
    credits.comesUnder(
        Terms.calendar(CalendarUnit.MONTH, ZoneId.of("America/New_York"), Long.MAX_VALUE));
    assertThat(credits.used("2026-03-31T23:59+02:00")).isEqualTo(2_900);
  }
}
