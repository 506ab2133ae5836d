package dev.tollgate.engine.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.internal.AtomicRateLimiter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The same traffic against a limit of 1,000 units in 24 hours, on this ledger and on two libraries
 * as their documentation has it. How much each lets through in some 24 hours is written to {@code
 * target/other-limiters.txt}.
 */
class OtherLimitersTest {

  private static final long LIMIT = 1_000;
  private static final Duration WINDOW = Duration.ofHours(24);
  private static final Duration LENGTH = Duration.ofDays(7);

  /** Not a multiple of the window since any moment, as a process may start at any time. */
  private static final long START = Instant.parse("2026-01-01T05:17:00Z").toEpochMilli();

  /** Something that allows or denies. */
  private interface Limiter {
    boolean allows(long millis, long cost);
  }

  /** Moments of calls, and what each costs; each limiter gets the same. */
  private static Map<String, TreeMap<Long, Long>> traffic() {
    Map<String, TreeMap<Long, Long>> traffic = new LinkedHashMap<>();
    TreeMap<Long, Long> greedy = new TreeMap<>();
    for (long at = 0; at < LENGTH.toMillis(); at += 20_000) {
      greedy.put(START + at, 1L);
    }
    traffic.put("greedy polling", greedy);
    TreeMap<Long, Long> afterIdle = new TreeMap<>(greedy.tailMap(START + WINDOW.toMillis()));
    for (long i = 0; i < LIMIT; i++) {
      afterIdle.put(START + WINDOW.toMillis() - LIMIT + i, 1L);
    }
    traffic.put("idle, burst, greedy polling", afterIdle);
    TreeMap<Long, Long> bursts = new TreeMap<>();
    for (long day = 1; day < LENGTH.toDays(); day++) {
      for (long i = 0; i < LIMIT; i++) {
        bursts.put(START + day * WINDOW.toMillis() - LIMIT - 1 + i, 1L);
        bursts.put(START + day * WINDOW.toMillis() + 1 + i, 1L);
      }
    }
    traffic.put("bursts around every day", bursts);
    return traffic;
  }

  @Test
  void thisLedgerNeverLetsMoreThanTheLimitThroughAndOthersAlmostTwice() throws IOException {
    StringBuilder table =
        new StringBuilder(
            String.format(
                "units let through in some 24 hours, of a limit of %,d%n%-30s %10s %10s %10s %10s%n",
                LIMIT, "", "Tollgate", "Bucket4j", "intervally", "Resilience4j"));
    long mostOfBucket4j = 0;
    long mostOfIntervally = 0;
    long mostOfResilience4j = 0;
    for (Map.Entry<String, TreeMap<Long, Long>> calls : traffic().entrySet()) {
      long ours = most(tollgate(), calls.getValue());
      long greedily = most(bucket4j(false), calls.getValue());
      long intervally = most(bucket4j(true), calls.getValue());
      long resilience4j = most(resilience4j(), calls.getValue());
      table.append(
          String.format(
              "%-30s %,10d %,10d %,10d %,10d%n",
              calls.getKey(), ours, greedily, intervally, resilience4j));

      assertThat(ours).as(calls.getKey()).isEqualTo(LIMIT);
      mostOfBucket4j = Math.max(mostOfBucket4j, greedily);
      mostOfIntervally = Math.max(mostOfIntervally, intervally);
      mostOfResilience4j = Math.max(mostOfResilience4j, resilience4j);
    }
    System.out.println(table);
    Files.writeString(Path.of("target", "other-limiters.txt"), table);
    assertThat(mostOfBucket4j).isGreaterThan(LIMIT * 19 / 10);
    assertThat(mostOfIntervally).isGreaterThan(LIMIT * 19 / 10);
    assertThat(mostOfResilience4j).isGreaterThan(LIMIT * 19 / 10);
  }

  private static Limiter tollgate() {
    OneCounter credits = new OneCounter(Terms.rolling(WINDOW, LIMIT));
    return (millis, cost) -> credits.tries(cost, Instant.ofEpochMilli(millis).toString());
  }

  /** A bucket that fills evenly, or all at once at the end of each interval. */
  private static Limiter bucket4j(boolean intervally) {
    long[] now = {START};
    Bandwidth limit =
        intervally
            ? Bandwidth.builder().capacity(LIMIT).refillIntervally(LIMIT, WINDOW).build()
            : Bandwidth.builder().capacity(LIMIT).refillGreedy(LIMIT, WINDOW).build();
    TimeMeter meter =
        new TimeMeter() {
          @Override
          public long currentTimeNanos() {
            return now[0] * 1_000_000;
          }

          @Override
          public boolean isWallClockBased() {
            return true;
          }
        };
    Bucket bucket = Bucket.builder().addLimit(limit).withCustomTimePrecision(meter).build();
    return (millis, cost) -> {
      now[0] = millis;
      return bucket.tryConsume(cost);
    };
  }

  private static Limiter resilience4j() {
    long[] now = {START};
    RateLimiterConfig config =
        RateLimiterConfig.custom()
            .limitForPeriod((int) LIMIT)
            .limitRefreshPeriod(WINDOW)
            .timeoutDuration(Duration.ZERO)
            .build();
    AtomicRateLimiter limiter = new AtomicRateLimiter("credits", config, () -> now[0] * 1_000_000);
    return (millis, cost) -> {
      now[0] = millis;
      return limiter.acquirePermission((int) cost);
    };
  }

  /** The most that a limiter lets through in any stretch [s, s + 24 hours). */
  private static long most(Limiter limiter, TreeMap<Long, Long> calls) {
    TreeMap<Long, Long> allowed = new TreeMap<>();
    long most = 0;
    long inStretch = 0;
    for (Map.Entry<Long, Long> call : calls.entrySet()) {
      if (limiter.allows(call.getKey(), call.getValue())) {
        allowed.put(call.getKey(), call.getValue());
        inStretch += call.getValue();
      }
      while (!allowed.isEmpty() && allowed.firstKey() <= call.getKey() - WINDOW.toMillis()) {
        inStretch -= allowed.pollFirstEntry().getValue();
      }
      most = Math.max(most, inStretch);
    }
    return most;
  }
}
