package dev.tollgate.bench;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What a service has without rules: two token buckets for each account, in a map. */
final class Buckets {

  private static final long PLENTY = 1_000_000_000;

  private record Pair(Bucket daily, Bucket minute) {}

  private final Map<String, Pair> pairs = new ConcurrentHashMap<>();
  private final String[] names;

  Buckets(int accounts) {
    names = new String[accounts];
    for (int account = 0; account < accounts; account++) {
      names[account] = Integer.toString(account);
      pairs.put(
          names[account], new Pair(bucket(Duration.ofHours(24)), bucket(Duration.ofMinutes(1))));
    }
  }

  private static Bucket bucket(Duration period) {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(PLENTY).refillGreedy(PLENTY, period))
        .build();
  }

  /** Consumes from both, and says what is left. */
  long consume(int account) {
    Pair pair = pairs.get(names[account]);
    return pair.daily().tryConsumeAndReturnRemaining(1).getRemainingTokens()
        + pair.minute().tryConsumeAndReturnRemaining(1).getRemainingTokens();
  }
}
