package dev.tollgate.server.clock;

import java.time.Duration;
import java.time.Instant;

/**
 * Somebody has set the machine's clock.
 *
 * @param at the service's own time when it was noticed
 * @param by how far the machine's clock was moved; below 0 where it was set back
 */
public record ClockJump(Instant at, Duration by) {

  /** What the machine's clock would have said. */
  public Instant expected() {
    return by.isNegative() ? at : at.minus(by);
  }

  /** What it says. */
  public Instant found() {
    return by.isNegative() ? at.plus(by) : at;
  }
}
