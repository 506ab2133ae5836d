package dev.tollgate.engine.ledger;

import java.time.Duration;
import java.time.Instant;

/**
 * A wall clock that somebody sets now and then, as a service makes use of it: where it is set back,
 * it stands still until it is reached again.
 */
final class SetClock implements Drift {

  /** How the clock is set. */
  enum Setting {
    NEVER,
    FORWARD,
    BACK,
    BOTH;

    /** How far the clock is ahead after so much time. */
    private long ahead(long passed) {
      long times = passed / Duration.ofHours(17).toMillis();
      long hour = Duration.ofHours(1).toMillis();
      return switch (this) {
        case NEVER -> 0;
        case FORWARD -> times * 5 * hour;
        case BACK -> times * -3 * hour;
        case BOTH -> times % 2 == 0 ? times * hour : -4 * hour;
      };
    }
  }

  private static final long START = Instant.parse("2026-03-28T07:00:00Z").toEpochMilli();

  private final Setting setting;
  private long steady = START;
  private long wall = START;

  SetClock(Setting setting) {
    this.setting = setting;
  }

  /** So much time has passed since the beginning. */
  void passed(long millis) {
    steady = START + millis;
    wall = Math.max(wall, steady + setting.ahead(millis));
  }

  /** Time that nobody can set. */
  long steady() {
    return steady;
  }

  long wall() {
    return wall;
  }

  @Override
  public long millisAt(long wallMillis) {
    return wall - steady;
  }
}
