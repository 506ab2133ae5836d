package dev.tollgate.engine.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FromFirstCallWindowTest {

  private final OneCounter credits = new OneCounter(Terms.fromFirstCall(Duration.ofHours(24), 100));

  @Test
  void everythingComesBackAtTheSameMoment() {
    credits.consumes(10, "2026-01-01T10:00Z");
    credits.consumes(90, "2026-01-02T09:59Z");

    credits.isDenied(1, "2026-01-02T09:59Z", "2026-01-02T10:00Z");
    assertThat(credits.nextReturn("2026-01-02T09:59Z"))
        .isEqualTo(OneCounter.back(100, "2026-01-02T10:00Z"));
    assertThat(credits.used("2026-01-02T10:00Z")).isZero();
  }

  @Test
  void theNextStretchBeginsWithTheNextCall() {
    credits.consumes(100, "2026-01-01T10:00Z");
    credits.consumes(100, "2026-01-05T17:30Z");

    credits.isDenied(1, "2026-01-05T18:00Z", "2026-01-06T17:30Z");
  }

  @Test
  void aCallThatConsumesNothingBeginsNoStretch() {
    credits.consumes(0, "2026-01-01T10:00Z");
    credits.consumes(100, "2026-01-01T15:00Z");

    credits.isDenied(1, "2026-01-01T16:00Z", "2026-01-02T15:00Z");
  }

  @Test
  void aDeniedCallBeginsNoStretch() {
    credits.isDenied(101, "2026-01-01T10:00Z");
    credits.consumes(100, "2026-01-01T15:00Z");

    credits.isDenied(1, "2026-01-01T16:00Z", "2026-01-02T15:00Z");
  }

  @Test
  void aStretchStaysWhereItBeganAsLongAsSomethingOfItIsUsed() {
    String first = credits.consumes(60, "2026-01-01T10:00Z");
    credits.consumes(40, "2026-01-01T11:00Z");
    credits.cancels(first, "2026-01-01T12:00Z");

    assertThat(credits.nextReturn("2026-01-01T12:00Z"))
        .isEqualTo(OneCounter.back(40, "2026-01-02T10:00Z"));
  }

  @Test
  void aStretchThatWasGivenBackAltogetherNeverBegan() {
    String first = credits.consumes(60, "2026-01-01T10:00Z");
    credits.cancels(first, "2026-01-01T12:00Z");
    credits.consumes(100, "2026-01-01T15:00Z");

    credits.isDenied(1, "2026-01-01T16:00Z", "2026-01-02T15:00Z");
  }

  @Test
  void whatCameBackWithItsStretchIsNotGivenBackFromTheNextOne() {
    String first = credits.consumes(60, "2026-01-01T10:00Z");
    credits.consumes(40, "2026-01-02T10:00Z");
    credits.cancels(first, "2026-01-02T11:00Z");

    assertThat(credits.used("2026-01-02T11:00Z")).isEqualTo(40);
  }
}
