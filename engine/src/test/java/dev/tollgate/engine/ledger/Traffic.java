package dev.tollgate.engine.ledger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What callers try who mean well, and who do not, over some simulated days. */
enum Traffic {
  /** Somebody polls for every unit as soon as it may be back. */
  GREEDY_POLLING {
    @Override
    List<Attempt> over(Duration length, int pollSeconds, Random random) {
      List<Attempt> attempts = new ArrayList<>();
      for (long at = 0;
          at < length.toMillis();
          at += 1_000L * pollSeconds + random.nextInt(30_000)) {
        attempts.add(new Attempt(at, 1));
      }
      return attempts;
    }
  },

  /** Nothing happens for almost a day, then everything at once, and again as soon as it may. */
  IDLE_AND_BURST {
    @Override
    List<Attempt> over(Duration length, int pollSeconds, Random random) {
      List<Attempt> attempts = new ArrayList<>();
      long day = Duration.ofDays(1).toMillis();
      for (long burst = day - 1_000; burst < length.toMillis(); burst += day / 2 + day / 4) {
        for (int i = 0; i < 150; i++) {
          attempts.add(new Attempt(burst + i * 20L, 1 + random.nextInt(40)));
        }
      }
      return attempts;
    }
  },

  /** Calls of all sizes at all times. */
  RANDOM {
    @Override
    List<Attempt> over(Duration length, int pollSeconds, Random random) {
      List<Attempt> attempts = new ArrayList<>();
      long at = 0;
      while (at < length.toMillis()) {
        attempts.add(new Attempt(at, random.nextInt(12)));
        at += random.nextInt(5) == 0 ? random.nextInt(3_600_000) : random.nextInt(60_000);
      }
      return attempts;
    }
  };

  /**
   * A call.
   *
   * @param at milliseconds after the beginning, by time that nobody can set
   * @param cost from 0
   */
  record Attempt(long at, long cost) {}

  /**
   * Attempts in the order of their moments.
   *
   * @param pollSeconds how long those wait who poll, or a little longer
   */
  abstract List<Attempt> over(Duration length, int pollSeconds, Random random);
}
