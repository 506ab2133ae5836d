package dev.tollgate.server.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ServiceClockTest {

  private static final Instant TEN = Instant.parse("2026-01-01T10:00:00Z");

  private final List<ClockJump> jumps = new ArrayList<>();
  private Instant machine = TEN;
  private long nanos = 17;

  @Test
  void wallTimeAndSteadyTimeAreOneAsLongAsNobodySetsTheClock() {
    ServiceClock clock = start();
    passes(Duration.ofHours(30));

    assertThat(clock.instant()).isEqualTo(TEN.plus(Duration.ofHours(30)));
    assertThat(drift(clock)).isZero();
    assertThat(jumps).isEmpty();
  }

  @Test
  void wallTimeIsInWholeMilliseconds() {
    ServiceClock clock = start();
    passes(Duration.ofNanos(1_999_999));

    assertThat(clock.instant()).isEqualTo(TEN.plusMillis(1));
  }

  @Test
  void aClockThatIsSetForwardMovesWallTimeAndNotSteadyTime() {
    ServiceClock clock = start();
    passes(Duration.ofMinutes(5));
    clock.instant();
    machine = machine.plus(Duration.ofHours(1));

    assertThat(clock.instant()).isEqualTo(TEN.plus(Duration.ofMinutes(65)));
    assertThat(drift(clock)).isEqualTo(Duration.ofHours(1).toMillis());
    assertThat(jumps)
        .containsExactly(new ClockJump(TEN.plus(Duration.ofMinutes(65)), Duration.ofHours(1)));
  }

  @Test
  void aMomentFromBeforeAJumpKeepsTheDriftOfThen() {
    ServiceClock clock = start();
    long before = clock.millis();
    machine = machine.plus(Duration.ofHours(1));
    clock.millis();

    assertThat(clock.millisAt(before)).isZero();
    assertThat(clock.millisAt(before + 1)).isEqualTo(Duration.ofHours(1).toMillis());
  }

  @Test
  void aClockThatIsSetBackLetsWallTimeStandStillUntilItIsReachedAgain() {
    ServiceClock clock = start();
    machine = machine.minus(Duration.ofMinutes(30));
    assertThat(clock.instant()).isEqualTo(TEN);
    assertThat(drift(clock)).isZero();

    passes(Duration.ofMinutes(29));
    assertThat(clock.instant()).isEqualTo(TEN);
    assertThat(drift(clock)).isEqualTo(-Duration.ofMinutes(29).toMillis());

    passes(Duration.ofMinutes(2));
    assertThat(clock.instant()).isEqualTo(TEN.plus(Duration.ofMinutes(1)));
    assertThat(drift(clock)).isEqualTo(-Duration.ofMinutes(30).toMillis());
    assertThat(jumps).containsExactly(new ClockJump(TEN, Duration.ofMinutes(-30)));
  }

  @Test
  void aJumpIsMoreThanTwoSeconds() {
    ServiceClock clock = start();
    machine = machine.plusMillis(2_000);
    assertThat(clock.instant()).isEqualTo(TEN.plusMillis(2_000));
    assertThat(jumps).isEmpty();

    machine = machine.plusMillis(2_001);
    clock.instant();
    assertThat(jumps).hasSize(1);
  }

  @Test
  void readingTwoClocksOneAfterTheOtherIsNoDrift() {
    ServiceClock clock = start();
    for (int i = 0; i < 100; i++) {
      passes(Duration.ofSeconds(1));
      machine = machine.plusMillis(i % 2 == 0 ? 9 : -9);
      clock.instant();
      assertThat(drift(clock)).isZero();
    }
  }

  @Test
  void aPauseBetweenTheTwoClocksIsNoDrift() {
    int[] reads = {0};
    ServiceClock clock =
        new ServiceClock(
            () -> {
              // Every other time the machine is busy with something else in between.
              nanos += reads[0]++ % 2 == 0 ? TimeUnit.MILLISECONDS.toNanos(300) : 0;
              machine = machine.plusNanos(reads[0] % 2 == 1 ? 300_000_000 : 0);
              return machine;
            },
            () -> nanos,
            Optional.empty(),
            jumps::add);
    long started = drift(clock);
    for (int i = 0; i < 10; i++) {
      clock.instant();
      assertThat(drift(clock)).isEqualTo(started);
    }
  }

  @Test
  void afterARestartTheMachinesClockIsBelieved() {
    ServiceClock clock = restart(new ClockReading(TEN.minus(Duration.ofHours(5)), 0));
    assertThat(clock.instant()).isEqualTo(TEN);
    assertThat(drift(clock)).isZero();
    assertThat(jumps).isEmpty();
  }

  @Test
  void afterARestartTheDriftGoesOn() {
    ServiceClock clock = restart(new ClockReading(TEN.minus(Duration.ofHours(5)), 3_600_000));
    assertThat(clock.instant()).isEqualTo(TEN);
    assertThat(drift(clock)).isEqualTo(3_600_000);
  }

  @Test
  void afterARestartTimeIsNeverBeforeWhatWasWrittenDown() {
    ServiceClock clock = restart(new ClockReading(TEN.plus(Duration.ofMinutes(3)), 0));
    assertThat(clock.instant()).isEqualTo(TEN.plus(Duration.ofMinutes(3)));
    assertThat(jumps)
        .containsExactly(new ClockJump(TEN.plus(Duration.ofMinutes(3)), Duration.ofMinutes(-3)));

    passes(Duration.ofMinutes(4));
    assertThat(clock.instant()).isEqualTo(TEN.plus(Duration.ofMinutes(4)));
    assertThat(drift(clock)).isEqualTo(-Duration.ofMinutes(3).toMillis());
    assertThat(jumps).hasSize(1);
  }

  @Property(tries = 200)
  void neitherTimeEverGoesBack(
      @ForAll @Size(max = 40) List<@LongRange(min = -20_000, max = 20_000) Long> settings) {
    machine = TEN;
    ServiceClock clock = start();
    long wall = clock.millis();
    long steady = wall;
    long passed = 0;
    for (long setting : settings) {
      long next = Math.abs(setting) % 7_001;
      passes(Duration.ofMillis(next));
      passed += next;
      machine = machine.plusMillis(setting % 3 == 0 ? setting : 0);
      long nextWall = clock.millis();
      long nextSteady = nextWall - clock.millisAt(nextWall);

      assertThat(nextWall).isGreaterThanOrEqualTo(wall);
      assertThat(nextSteady).isGreaterThanOrEqualTo(steady).isEqualTo(TEN.toEpochMilli() + passed);
      assertThat(wall - clock.millisAt(wall)).isLessThanOrEqualTo(nextSteady);
      wall = nextWall;
      steady = nextSteady;
    }
  }

  private ServiceClock start() {
    return new ServiceClock(() -> machine, () -> nanos, Optional.empty(), jumps::add);
  }

  private ServiceClock restart(ClockReading last) {
    return new ServiceClock(() -> machine, () -> nanos, Optional.of(last), jumps::add);
  }

  private void passes(Duration time) {
    machine = machine.plus(time);
    nanos += time.toNanos();
  }

  private static long drift(ServiceClock clock) {
    return clock.millisAt(clock.millis());
  }
}
