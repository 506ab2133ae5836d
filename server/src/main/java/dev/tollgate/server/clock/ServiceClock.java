package dev.tollgate.server.clock;

import dev.tollgate.engine.ledger.Drift;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * The time of a service, in whole milliseconds. Wall time is that of the machine's clock but never
 * goes back: where that is set back, it stands still until it is reached again. Steady time is the
 * wall time of the start and what has passed since, however the clock is set. Safe for use by many
 * threads.
 *
 * <p>Worked example: at 10:00 the clock is set back to 09:30. Wall time stays 10:00 for half an
 * hour, in which the {@link Drift} falls from 0 to -1,800,000; what was consumed at 09:50 in a
 * rolling window of an hour is back 50 minutes after it was set.
 */
public final class ServiceClock implements InstantSource, Drift {

  /** Deviations below this come from reading two clocks one after the other. */
  private static final long FOLLOWED_MILLIS = 10;

  private static final long JUMP_MILLIS = Duration.ofSeconds(2).toMillis();

  /** Both clocks are read within so many nanoseconds, unless that fails several times. */
  private static final long CLOSE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  private static final int TRIES = 5;

  private final InstantSource machine;
  private final LongSupplier nanos;
  private final Consumer<ClockJump> jumps;
  private final long startNanos;
  private final long startSteady;

  /** The machine's clock minus steady time, as far as it is followed. */
  private long followed;

  private long lastWall;
  private long lastSteady;

  /** The last wall time before it was last moved forward, and the drift of then. */
  private long wallBefore;

  private long driftBefore;

  private record Both(long machine, long steady) {}

  /**
   * Starts.
   *
   * @param machine the machine's clock, which may be set
   * @param nanos nanoseconds since any moment, which nobody can set
   * @param last the last time that anything was written down; empty when that was never
   * @param jumps told when the machine's clock was set by more than two seconds, by the thread that
   *     asked for the time
   */
  public ServiceClock(
      InstantSource machine,
      LongSupplier nanos,
      Optional<ClockReading> last,
      Consumer<ClockJump> jumps) {
    this.machine = machine;
    this.nanos = nanos;
    this.jumps = jumps;
    this.startNanos = nanos.getAsLong();
    long now = machine.millis();
    long least = last.map(reading -> reading.wall().toEpochMilli()).orElse(now);
    this.lastWall = Math.max(now, least);
    // Steady time goes on as if as much had passed as the wall clock says.
    this.startSteady = lastWall - last.map(ClockReading::drift).orElse(0L);
    this.lastSteady = startSteady;
    this.followed = now - startSteady;
    this.wallBefore = Long.MIN_VALUE;
    if (now - least < -JUMP_MILLIS) {
      jumps.accept(new ClockJump(Instant.ofEpochMilli(lastWall), Duration.ofMillis(now - least)));
    }
  }

  @Override
  public Instant instant() {
    return Instant.ofEpochMilli(millis());
  }

  @Override
  public long millis() {
    long wall;
    long moved;
    synchronized (this) {
      moved = advance();
      wall = lastWall;
    }
    if (Math.abs(moved) > JUMP_MILLIS) {
      jumps.accept(new ClockJump(Instant.ofEpochMilli(wall), Duration.ofMillis(moved)));
    }
    return wall;
  }

  @Override
  public synchronized long millisAt(long wallMillis) {
    return wallMillis > wallBefore ? lastWall - lastSteady : driftBefore;
  }

  /** The time at which the service was last asked for it. */
  public synchronized ClockReading last() {
    return new ClockReading(Instant.ofEpochMilli(lastWall), lastWall - lastSteady);
  }

  /** Reads the machine's clock; by how much it was moved since, in milliseconds. */
  private long advance() {
    Both now = read();
    long moved = now.machine() - now.steady() - followed;
    if (Math.abs(moved) < FOLLOWED_MILLIS) {
      moved = 0;
    }
    followed += moved;
    long wall = Math.max(lastWall, now.steady() + followed);
    if (moved > 0 && wall > lastWall) {
      wallBefore = lastWall;
      driftBefore = lastWall - lastSteady;
    }
    lastSteady = now.steady();
    lastWall = wall;
    return moved;
  }

  private Both read() {
    for (int tries = 1; true; tries++) {
      long before = nanos.getAsLong();
      long wall = machine.millis();
      long took = nanos.getAsLong() - before;
      if (took <= CLOSE_NANOS || tries == TRIES) {
        long passed = before + took / 2 - startNanos;
        return new Both(wall, startSteady + TimeUnit.NANOSECONDS.toMillis(passed));
      }
    }
  }
}
