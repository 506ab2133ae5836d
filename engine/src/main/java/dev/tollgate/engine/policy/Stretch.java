package dev.tollgate.engine.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A stretch of time: from a bound (included) until a bound (excluded); either may be open. `through
 * DATE` is kept as `until` the day after.
 */
public record Stretch(Optional<Bound> from, Optional<Bound> until) {

  public static final Stretch FOREVER = new Stretch(Optional.empty(), Optional.empty());

  /** A day begins at 00:00 in the zone of whoever asks; a moment is the same for everybody. */
  public sealed interface Bound {
    record Day(LocalDate date) implements Bound {
      @Override
      public String toString() {
        return date.toString();
      }
    }

    record Moment(Instant instant) implements Bound {
      @Override
      public String toString() {
        return instant.toString();
      }
    }

    /** The instant at which the bound lies, for an account in {@code zone}. */
    default Instant in(ZoneId zone) {
      if (this instanceof Day day) {
        return day.date().atStartOfDay(zone).toInstant();
      }
      return ((Moment) this).instant();
    }
  }

  /** Whether {@code at} lies in the stretch for an account in {@code zone}. */
  public boolean contains(Instant at, ZoneId zone) {
    return (from.isEmpty() || !at.isBefore(from.get().in(zone)))
        && (until.isEmpty() || at.isBefore(until.get().in(zone)));
  }
}
