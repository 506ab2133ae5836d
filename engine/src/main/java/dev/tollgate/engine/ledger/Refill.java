package dev.tollgate.engine.ledger;

/**
 * How fast a bucket fills: steadily, {@code steps} every {@code perMillis}.
 *
 * @param steps from 0; 0 never gives anything back
 * @param perMillis milliseconds, from 1
 */
public record Refill(long steps, long perMillis) {

  public Refill {
    if (steps < 0 || perMillis < 1) {
      throw new IllegalArgumentException("refill of " + steps + " every " + perMillis + " ms");
    }
  }
}
