package dev.tollgate.engine.decide;

import dev.tollgate.engine.policy.Window;
import java.time.Duration;
import java.util.OptionalLong;

/** How long units may be held for a call whose cost is known later. */
final class Holds {

  private static final Duration LONGEST = Duration.ofHours(1);

  private Holds() {}

  /** The longest hold in seconds: an hour, or the shortest window if that is shorter. */
  static long longestSeconds(Demands demands) {
    long millis = LONGEST.toMillis();
    for (Demand demand : demands.judged()) {
      OptionalLong length = lengthMillis(demand.quota().window());
      millis = Math.min(millis, length.orElse(millis));
    }
    return Math.max(1, Duration.ofMillis(millis).toSeconds());
  }

  /** The length of a window as far as it can be shorter than an hour; a bucket has none. */
  private static OptionalLong lengthMillis(Window window) {
    if (window instanceof Window.Rolling rolling) {
      return OptionalLong.of(rolling.millis());
    }
    if (window instanceof Window.FromFirstCall fromFirstCall) {
      return OptionalLong.of(fromFirstCall.millis());
    }
    if (window instanceof Window.InFlight inFlight) {
      return OptionalLong.of(inFlight.forgottenAfterMillis());
    }
    if (window instanceof Window.Calendar calendar) {
      return switch (calendar.unit()) {
        case SECONDS -> OptionalLong.of(Duration.ofSeconds(calendar.count()).toMillis());
        case MINUTE -> OptionalLong.of(Duration.ofMinutes(1).toMillis());
        case HOUR, DAY, MONTH -> OptionalLong.of(LONGEST.toMillis());
      };
    }
    if (window instanceof Window.EveryFrom || window instanceof Window.Bucket) {
      return OptionalLong.empty();
    }
    throw new IllegalStateException("unknown form of " + window);
  }
}
