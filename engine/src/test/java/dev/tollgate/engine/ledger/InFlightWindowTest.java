package dev.tollgate.engine.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class InFlightWindowTest {

  private final OneCounter calls = new OneCounter(Terms.inFlight(Duration.ofMinutes(10), 15));

  @Test
  void ofFifteenCallsInFlightTheSixteenthIsDenied() {
    for (int i = 0; i < 15; i++) {
      calls.consumes(1, "2026-01-01T10:00Z");
    }

    Shortage shortage = calls.isDenied(1, "2026-01-01T10:05Z");
    assertThat(shortage.missing()).isEqualTo(1);
    assertThat(shortage.room())
        .isEqualTo(new Room.WhenCallsEnd(OneCounter.moment("2026-01-01T10:10Z")));
  }

  @Test
  void aCallThatEndsMakesRoom() {
    String first = calls.consumes(10, "2026-01-01T10:00Z");
    String second = calls.consumes(5, "2026-01-01T10:01Z");

    calls.commits(first, "2026-01-01T10:02Z");
    assertThat(calls.used("2026-01-01T10:02Z")).isEqualTo(5);
    calls.cancels(second, "2026-01-01T10:03Z");
    assertThat(calls.used("2026-01-01T10:03Z")).isZero();
  }

  @Test
  void aCallWhoseEndIsNeverReportedIsForgotten() {
    calls.consumes(15, "2026-01-01T10:00Z");

    assertThat(calls.used("2026-01-01T10:09:59.999Z")).isEqualTo(15);
    assertThat(calls.used("2026-01-01T10:10Z")).isZero();
    calls.consumes(15, "2026-01-01T10:10Z");
  }

  @Test
  void endingAForgottenCallChangesNothing() {
    String first = calls.consumes(15, "2026-01-01T10:00Z");
    calls.consumes(15, "2026-01-01T10:10Z");

    assertThat(calls.commits(first, "2026-01-01T10:10Z")).isInstanceOf(Ended.Done.class);
    assertThat(calls.used("2026-01-01T10:10Z")).isEqualTo(15);
  }

  @Test
  void nobodyKnowsWhenTheNextCallEnds() {
    calls.consumes(3, "2026-01-01T10:00Z");
    calls.holds(2, "2026-01-01T10:00Z", "2026-01-01T10:01Z");

    assertThat(calls.nextReturn("2026-01-01T10:00Z")).isEmpty();
  }

  @Test
  void moreThanMayEverBeInFlightNeverHasRoom() {
    assertThat(calls.isDenied(16, "2026-01-01T10:00Z").room()).isEqualTo(new Room.Never());
  }
}
