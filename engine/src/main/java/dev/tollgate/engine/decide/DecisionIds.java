package dev.tollgate.engine.decide;

import java.nio.charset.StandardCharsets;
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

  private static final byte[] DIGITS =
      "0123456789ABCDEFGHJKMNPQRSTVWXYZ".getBytes(StandardCharsets.ISO_8859_1);
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

  private record Bits(long millis, long high, long low) {}

  /** An id greater than all before; within a millisecond, and when the clock goes back, by one. */
  String next(Instant at) {
    Bits bits = next(at.toEpochMilli());
    byte[] id = new byte[TIME_DIGITS + RANDOM_DIGITS];
    write(bits.millis, id, 0, TIME_DIGITS);
    write(bits.high, id, TIME_DIGITS, TIME_DIGITS + RANDOM_DIGITS / 2);
    write(bits.low, id, TIME_DIGITS + RANDOM_DIGITS / 2, id.length);
    return new String(id, StandardCharsets.ISO_8859_1);
  }

  private synchronized Bits next(long millis) {
    if (millis > lastMillis) {
      lastMillis = millis;
      high = random.nextLong() & (HALF - 1);
      low = random.nextLong() & (HALF - 1);
    } else {
      countUp();
    }
    return new Bits(lastMillis, high, low);
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

  private static void write(long bits, byte[] id, int from, int until) {
    long left = bits;
    for (int place = until - 1; place >= from; place--) {
      id[place] = DIGITS[(int) left & (DIGITS.length - 1)];
      left >>>= BITS_PER_DIGIT;
    }
  }
}
