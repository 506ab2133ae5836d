package dev.tollgate.engine.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RollingWindowTest {

  private final OneCounter credits = new OneCounter(Terms.rollingDay(5_000));

  @Test
  void creditsComeBackTwentyFourHoursAfterTheyWereConsumed() {
    credits.consumes(500, "2026-01-01T02:30Z");
    credits.consumes(1_500, "2026-01-01T06:30Z");
    credits.consumes(3_000, "2026-01-01T18:00Z");

    assertThat(credits.remaining("2026-01-02T00:00Z")).isZero();
    assertThat(credits.remaining("2026-01-02T02:29:59.999Z")).isZero();
    assertThat(credits.remaining("2026-01-02T02:30Z")).isEqualTo(500);
    assertThat(credits.remaining("2026-01-02T06:29:59.999Z")).isEqualTo(500);
    assertThat(credits.remaining("2026-01-02T06:30Z")).isEqualTo(2_000);
    assertThat(credits.remaining("2026-01-02T18:00Z")).isEqualTo(5_000);
  }

  @Test
  void aCallAtExactlyTheLimitIsAllowedAndOneUnitMoreIsDenied() {
    credits.consumes(4_999, "2026-01-01T10:00Z");
    credits.isDenied(2, "2026-01-01T11:00Z", "2026-01-02T10:00Z");
    credits.consumes(1, "2026-01-01T11:00Z");

    assertThat(credits.isDenied(3, "2026-01-01T11:00Z").missing()).isEqualTo(3);
  }

  @Test
  void aDeniedCallWaitsForAsManyReturnsAsItNeeds() {
    credits.consumes(2_000, "2026-01-01T01:00Z");
    credits.consumes(2_000, "2026-01-01T02:00Z");
    credits.consumes(1_000, "2026-01-01T03:00Z");

    credits.isDenied(1, "2026-01-01T04:00Z", "2026-01-02T01:00Z");
    credits.isDenied(2_000, "2026-01-01T04:00Z", "2026-01-02T01:00Z");
    credits.isDenied(2_001, "2026-01-01T04:00Z", "2026-01-02T02:00Z");
    credits.isDenied(5_000, "2026-01-01T04:00Z", "2026-01-02T03:00Z");
  }

  @Test
  void aCallThatCostsMoreThanTheLimitNeverHasRoom() {
    assertThat(credits.isDenied(5_001, "2026-01-01T00:00Z"))
        .isEqualTo(new Shortage(0, 1, new Room.Never()));
  }

  @Test
  void aCallThatCostsNothingHasRoomEvenWhenTheLimitWasLowered() {
    credits.consumes(5_000, "2026-01-01T10:00Z");
    credits.comesUnder(Terms.rollingDay(100));

    credits.consumes(0, "2026-01-01T11:00Z");
    assertThat(credits.remaining("2026-01-01T11:00Z")).isZero();
  }

  @Test
  void aRaisedLimitFreesExactlyTheAddedRoom() {
    credits.consumes(5_000, "2026-01-01T10:00Z");
    credits.comesUnder(Terms.rollingDay(5_750));

    credits.isDenied(751, "2026-01-01T11:00Z", "2026-01-02T10:00Z");
    credits.consumes(750, "2026-01-01T11:00Z");
  }

  @Test
  void aLoweredLimitDeniesUntilEnoughHasComeBack() {
    credits.consumes(3_000, "2026-01-01T10:00Z");
    credits.consumes(2_000, "2026-01-01T12:00Z");
    credits.comesUnder(Terms.rollingDay(2_000));

    credits.isDenied(1, "2026-01-01T13:00Z", "2026-01-02T12:00Z");
  }

  @Test
  void theNextReturnIsTheOldestMoment() {
    assertThat(credits.nextReturn("2026-01-01T00:00Z")).isEmpty();
    credits.consumes(3, "2026-01-01T10:00Z");
    credits.consumes(4, "2026-01-01T10:00Z");
    credits.consumes(5, "2026-01-01T11:00Z");

    assertThat(credits.nextReturn("2026-01-01T12:00Z"))
        .isEqualTo(OneCounter.back(7, "2026-01-02T10:00Z"));
    assertThat(credits.nextReturn("2026-01-02T10:00Z"))
        .isEqualTo(OneCounter.back(5, "2026-01-02T11:00Z"));
    assertThat(credits.nextReturn("2026-01-02T11:00Z")).isEmpty();
  }

  @Test
  void whatIsGivenBackLeavesTheMomentOfItsDecision() {
    credits.consumes(1_000, "2026-01-01T10:00Z");
    String second = credits.consumes(4_000, "2026-01-01T11:00Z");
    credits.cancels(second, "2026-01-01T12:00Z");

    assertThat(credits.used("2026-01-01T12:00Z")).isEqualTo(1_000);
    assertThat(credits.nextReturn("2026-01-01T12:00Z"))
        .isEqualTo(OneCounter.back(1_000, "2026-01-02T10:00Z"));
  }

  @Test
  void whatHasComeBackIsNotGivenBackASecondTime() {
    String first = credits.consumes(3_000, "2026-01-01T10:00Z");
    credits.consumes(4_000, "2026-01-02T10:00Z");
    credits.cancels(first, "2026-01-02T10:00Z");

    assertThat(credits.used("2026-01-02T10:00Z")).isEqualTo(4_000);
  }

  @Test
  void aClockThatIsSetBackDoesNotMakeRoom() {
    credits.consumes(5_000, "2026-01-01T10:00Z");
    credits.isDenied(1, "2025-12-25T10:00Z", "2026-01-02T10:00Z");

    credits.consumes(5_000, "2026-01-02T10:00Z");
    credits.isDenied(1, "2026-01-01T10:00Z", "2026-01-03T10:00Z");
  }

  @Test
  void whatIsConsumedByAClockThatWasSetBackCountsFromTheLastMoment() {
    credits.consumes(1_000, "2026-01-02T10:00Z");
    credits.consumes(2_000, "2026-01-01T12:00Z");

    assertThat(credits.nextReturn("2026-01-02T12:00Z"))
        .isEqualTo(OneCounter.back(3_000, "2026-01-03T10:00Z"));
    assertThat(credits.used("2026-01-03T10:00Z")).isZero();
  }

  @Test
  void whatIsFinerThanAMillisecondIsCutOff() {
    credits.consumes(5_000, "2026-01-01T10:00:00.000999Z");
    credits.isDenied(1, "2026-01-02T09:59:59.999999Z", "2026-01-02T10:00Z");
  }
}
