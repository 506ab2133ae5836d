package dev.tollgate.server.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ClockWatchTest {

  /** A suspended machine's wall clock goes on, and the time that nobody can set does not. */
  @Test
  void aMachineThatHasSleptIsNoticedThoughNobodyAsksForTheTime() throws InterruptedException {
    Instant start = Instant.parse("2026-01-01T10:00:00Z");
    AtomicReference<Instant> machine = new AtomicReference<>(start);
    BlockingQueue<ClockJump> jumps = new LinkedBlockingQueue<>();
    ServiceClock clock = new ServiceClock(machine::get, () -> 0, Optional.empty(), jumps::add);

    try (ClockWatch watch = ClockWatch.start(clock, Duration.ofMillis(1))) {
      assertThat(watch).isNotNull();
      machine.set(start.plus(Duration.ofHours(8)));

      assertThat(jumps.poll(1, TimeUnit.MINUTES))
          .isEqualTo(new ClockJump(start.plus(Duration.ofHours(8)), Duration.ofHours(8)));
    }
  }
}
