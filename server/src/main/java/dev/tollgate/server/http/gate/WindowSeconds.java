package dev.tollgate.server.http.gate;

import dev.tollgate.engine.policy.Window;
import java.time.Duration;
import java.util.OptionalLong;

/** The length of a window in whole seconds, as far as it has one. */
final class WindowSeconds {

  private WindowSeconds() {}

  /**
   * Seconds from 1. Empty for a month, which has no fixed length, for buckets and calls in flight,
   * and for what is shorter than a second. A day is 24 hours, changes of the clock apart.
   */
  static OptionalLong of(Window window) {
    long seconds = millis(window) / 1_000;
    return seconds > 0 ? OptionalLong.of(seconds) : OptionalLong.empty();
  }

  private static long millis(Window window) {
    if (window instanceof Window.Rolling rolling) {
      return rolling.millis();
    }
    if (window instanceof Window.FromFirstCall fromFirstCall) {
      return fromFirstCall.millis();
    }
    if (window instanceof Window.EveryFrom every) {
      return Duration.ofDays(every.days()).toMillis();
    }
    if (window instanceof Window.Calendar calendar) {
      return switch (calendar.unit()) {
        case SECONDS -> Duration.ofSeconds(calendar.count()).toMillis();
        case MINUTE -> Duration.ofMinutes(1).toMillis();
        case HOUR -> Duration.ofHours(1).toMillis();
        case DAY -> Duration.ofDays(1).toMillis();
        case MONTH -> 0;
      };
    }
    if (window instanceof Window.Bucket || window instanceof Window.InFlight) {
      return 0;
    }
    throw new IllegalArgumentException("no such window: " + window);
  }
}
