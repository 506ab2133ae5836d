package dev.tollgate.engine.policy;

import java.time.ZoneId;
import java.util.Optional;

/**
 * When consumed units come back.
 *
 * <p>All lengths are in milliseconds, from 1.
 */
public sealed interface Window {

  /** As the author wrote it: {@code rolling 24 hours}. */
  String text();

  /** Whether both give units back at the same moments, however they are worded. */
  boolean sameAs(Window other);

  /** Each unit comes back exactly {@code millis} after it was consumed. */
  record Rolling(long millis, String text) implements Window {
    @Override
    public boolean sameAs(Window other) {
      return other instanceof Rolling that && that.millis == millis;
    }
  }

  /**
   * All units come back when the next stretch of the calendar begins.
   *
   * @param count how many of the unit make one stretch; only seconds have more than 1, and then 60
   *     is a multiple of it
   * @param zone empty for the zone of the account
   */
  record Calendar(CalendarUnit unit, int count, Optional<ZoneId> zone, String text)
      implements Window {
    @Override
    public boolean sameAs(Window other) {
      return other instanceof Calendar that
          && that.unit == unit
          && that.count == count
          && that.zone.equals(zone);
    }
  }

  /** The stretches a calendar knows. */
  enum CalendarUnit {
    SECONDS,
    MINUTE,
    HOUR,
    DAY,
    MONTH
  }

  /** A stretch begins with the first call after the last one has ended. */
  record FromFirstCall(long millis, String text) implements Window {
    @Override
    public boolean sameAs(Window other) {
      return other instanceof FromFirstCall that && that.millis == millis;
    }
  }

  /**
   * Stretches of {@code days} calendar days follow each other without a gap, from the start of a
   * date of the account, in its zone.
   *
   * @param days length of a stretch in days, from 1
   * @param start a fact that is a date, or the sign-up date
   */
  record EveryFrom(int days, Attribute start, String text) implements Window {
    @Override
    public boolean sameAs(Window other) {
      return other instanceof EveryFrom that && that.days == days && that.start.equals(start);
    }
  }

  /** A bucket that refills steadily; the allotment says capacity and refill. */
  record Bucket(String text) implements Window {
    @Override
    public boolean sameAs(Window other) {
      return other instanceof Bucket;
    }
  }

  /** Comes back when the call ends, or {@code forgottenAfterMillis} after it began. */
  record InFlight(long forgottenAfterMillis, String text) implements Window {
    @Override
    public boolean sameAs(Window other) {
      return other instanceof InFlight that && that.forgottenAfterMillis == forgottenAfterMillis;
    }
  }
}
