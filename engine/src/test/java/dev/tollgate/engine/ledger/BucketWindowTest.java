package dev.tollgate.engine.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BucketWindowTest {

  private final OneCounter calls = new OneCounter(Terms.bucket(10, 1, Duration.ofSeconds(1)));

  @Test
  void itStartsFull() {
    calls.consumes(10, "2026-01-01T10:00Z");
    calls.isDenied(1, "2026-01-01T10:00Z", "2026-01-01T10:00:01Z");
    calls.isDenied(10, "2026-01-01T10:00Z", "2026-01-01T10:00:10Z");
  }

  @Test
  void itRefillsSteadily() {
    OneCounter three = new OneCounter(Terms.bucket(10, 3, Duration.ofSeconds(1)));
    three.consumes(10, "2026-01-01T10:00Z");

    three.isDenied(1, "2026-01-01T10:00Z", "2026-01-01T10:00:00.334Z");
    three.isDenied(2, "2026-01-01T10:00Z", "2026-01-01T10:00:00.667Z");
    three.isDenied(3, "2026-01-01T10:00Z", "2026-01-01T10:00:01Z");
  }

  @Test
  void itDoesNotDriftHoweverOftenItIsDrawnFrom() {
    OneCounter thirds = new OneCounter(Terms.bucket(1_000, 1_000, Duration.ofSeconds(3)));
    thirds.consumes(1_000, "2026-01-01T10:00Z");
    // 1,000 units flow in 3,000 ms; each of them is drawn in the millisecond in which it is there.
    for (int millis = 3; millis < 3_000; millis += 3) {
      String at = OneCounter.moment("2026-01-01T10:00Z").plusMillis(millis).toString();
      thirds.consumes(1, at);
      thirds.isDenied(1, at);
    }
    assertThat(thirds.remaining("2026-01-01T10:00:02.999Z")).isZero();
    assertThat(thirds.remaining("2026-01-01T10:00:03Z")).isEqualTo(1);
  }

  @Test
  void itNeverHoldsMoreThanItsCapacity() {
    calls.consumes(1, "2026-01-01T10:00Z");
    calls.consumes(10, "2026-01-02T10:00Z");
    calls.isDenied(1, "2026-01-02T10:00Z", "2026-01-02T10:00:01Z");
  }

  @Test
  void theNextReturnIsTheNextWholeUnit() {
    calls.consumes(5, "2026-01-01T10:00:00Z");
    assertThat(calls.nextReturn("2026-01-01T10:00:00.400Z"))
        .isEqualTo(OneCounter.back(1, "2026-01-01T10:00:01Z"));
    assertThat(calls.nextReturn("2026-01-01T10:00:05Z")).isEmpty();
  }

  @Test
  void aFastRefillReturnsSeveralUnitsInAMillisecond() {
    OneCounter fast = new OneCounter(Terms.bucket(100, 7_000, Duration.ofSeconds(1)));
    fast.consumes(10, "2026-01-01T10:00Z");

    assertThat(fast.nextReturn("2026-01-01T10:00Z"))
        .isEqualTo(OneCounter.back(7, "2026-01-01T10:00:00.001Z"));
    assertThat(fast.nextReturn("2026-01-01T10:00:00.001Z"))
        .isEqualTo(OneCounter.back(3, "2026-01-01T10:00:00.002Z"));
  }

  @Test
  void aLargerCapacityFreesTheAddedRoomAtOnce() {
    calls.consumes(10, "2026-01-01T10:00Z");
    calls.comesUnder(Terms.bucket(15, 1, Duration.ofSeconds(1)));
    calls.consumes(5, "2026-01-01T10:00Z");
    calls.isDenied(1, "2026-01-01T10:00Z", "2026-01-01T10:00:01Z");
  }

  @Test
  void anotherRefillKeepsWhatHasFlowed() {
    calls.consumes(10, "2026-01-01T10:00:00Z");
    calls.consumes(1, "2026-01-01T10:00:02.500Z");
    calls.comesUnder(Terms.bucket(10, 1, Duration.ofSeconds(10)));

    // Half of a unit is there; the other half takes five seconds now.
    calls.isDenied(2, "2026-01-01T10:00:02.500Z", "2026-01-01T10:00:07.500Z");
  }

  @Test
  void withoutRefillNothingComesBack() {
    OneCounter once = new OneCounter(Terms.bucket(10, 0, Duration.ofSeconds(1)));
    once.consumes(8, "2026-01-01T10:00Z");

    assertThat(once.isDenied(3, "2027-01-01T10:00Z").room()).isEqualTo(new Room.Never());
    assertThat(once.nextReturn("2027-01-01T10:00Z")).isEmpty();
  }

  @Test
  void hugeAmountsStayExact() {
    OneCounter money =
        new OneCounter(Terms.bucket(1_000_000_000_000L, 1_000_000_000_000L, Duration.ofDays(1)));
    money.consumes(1_000_000_000_000L, "2026-01-01T00:00Z");

    assertThat(money.remaining("2026-01-01T12:00Z")).isEqualTo(500_000_000_000L);
    assertThat(money.remaining("2026-01-01T23:59:59.999Z")).isEqualTo(999_999_988_425L);
    assertThat(money.used("2026-01-02T00:00Z")).isZero();
  }

  @Test
  void aCancelledCallLeavesTheBucketAsIfItHadNotBeen() {
    String first = calls.consumes(10, "2026-01-01T10:00:00Z");
    calls.consumes(5, "2026-01-01T10:00:05Z");
    assertThat(calls.used("2026-01-01T10:00:08Z")).isEqualTo(7);

    // Without the first call the three units that have flowed since went to the second.
    calls.cancels(first, "2026-01-01T10:00:08Z");
    assertThat(calls.used("2026-01-01T10:00:08Z")).isEqualTo(2);
  }

  @Test
  void whatTheRefillHasBroughtIsNotPutBackASecondTime() {
    String first = calls.consumes(10, "2026-01-01T10:00:00Z");
    calls.consumes(5, "2026-01-01T10:00:10Z");
    calls.cancels(first, "2026-01-01T10:00:10Z");

    assertThat(calls.used("2026-01-01T10:00:10Z")).isEqualTo(5);
  }

  @Test
  void aBusyBucketPutsBackItsLatestCalls() {
    OneCounter busy = new OneCounter(Terms.bucket(10_000, 1, Duration.ofSeconds(1)));
    String early = busy.consumes(5, "2026-01-01T10:00:00Z");
    for (int second = 1; second <= 1_100; second++) {
      busy.consumes(2, OneCounter.moment("2026-01-01T10:00Z").plusSeconds(second).toString());
    }
    String late = busy.consumes(7, "2026-01-01T10:18:21Z");
    long used = busy.used("2026-01-01T10:18:21Z");
    assertThat(used).isEqualTo(5 + 1_100 * 2 + 7 - 1_101);

    busy.cancels(late, "2026-01-01T10:18:21Z");
    assertThat(busy.used("2026-01-01T10:18:21Z")).isEqualTo(used - 7);
    // Too long ago to be known exactly: the refill brings it back later.
    busy.cancels(early, "2026-01-01T10:18:21Z");
    assertThat(busy.used("2026-01-01T10:18:21Z")).isEqualTo(used - 7);
  }
}
