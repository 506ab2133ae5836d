package dev.tollgate.engine.decide;

import java.security.SecureRandom;
import java.time.Instant;

/**
 * Makes the ids of decisions and quotes: 26 letters and digits that sort by time, 48 bits of
 * milliseconds and 80 bits that nobody can guess.
 *
 * <p>Source: the layout is that of the ULID specification. Safe for use by many threads; ids of one
 * generator always ascend.
 */
final class DecisionIds {

  private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int BITS_PER_DIGIT = 5;
  private static final int TIME_DIGITS = 10;
  private static final int RANDOM_DIGITS = 16;
  private static final long HALF = 1L << 40;

  private final SecureRandom random;
  private long lastMillis = -1;
  private long high;
  private long low;

  DecisionIds(SecureRandom random) {
    this.random = random;
  }

  /** An id greater than all before; within a millisecond, and when the clock goes back, by one. */
  synchronized String next(Instant at) {
    if (at.toEpochMilli() > lastMillis) {
      lastMillis = at.toEpochMilli();
      high = random.nextLong() & (HALF - 1);
      low = random.nextLong() & (HALF - 1);
    } else {
      countUp();
    }
    StringBuilder id = new StringBuilder(TIME_DIGITS + RANDOM_DIGITS);
    append(id, lastMillis, TIME_DIGITS);
    append(id, high, RANDOM_DIGITS / 2);
    append(id, low, RANDOM_DIGITS / 2);
    return id.toString();
  }

  private void countUp() {
    low++;
    if (low == HALF) {
      low = 0;
      high++;
    }
    if (high == HALF) {
      high = 0;
      lastMillis++;
    }
  }

  private static void append(StringBuilder id, long bits, int digits) {
    for (int shift = (digits - 1) * BITS_PER_DIGIT; shift >= 0; shift -= BITS_PER_DIGIT) {
      id.append(DIGITS.charAt((int) (bits >>> shift) & (DIGITS.length() - 1)));
    }
  }
}
