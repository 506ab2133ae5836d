package dev.tollgate.server.webhook;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before something that failed is tried again: up to {@code first} after the first
 * failure, up to twice as long after each further one, but never longer than {@code longest}.
 *
 * <p>How much of that is chance, so that many who failed together do not come back together: with a
 * first wait of 1 s it is 0.5 to 1 s after the first failure, 2 to 4 s after the third.
 */
record Backoff(Duration first, Duration longest) {

  static final Backoff USUAL = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(10));

  /**
   * The next wait.
   *
   * @param failures in a row, from 1
   */
  Duration after(int failures, RandomGenerator random) {
    long most = first.toMillis();
    for (int i = 1; i < failures && most < longest.toMillis(); i++) {
      most = Math.min(longest.toMillis(), most * 2);
    }
    return Duration.ofMillis(most - random.nextLong(most / 2 + 1));
  }
}
