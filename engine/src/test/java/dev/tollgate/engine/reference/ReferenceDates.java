package dev.tollgate.engine.reference;

import dev.tollgate.grammar.tree.Period;
import dev.tollgate.grammar.tree.PeriodEnd;
import dev.tollgate.grammar.tree.PointInTime;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** Whether a moment lies in a period of the text. */
final class ReferenceDates {

  private ReferenceDates() {}

  static boolean contains(Optional<Period> period, Instant at, ZoneId zone) {
    if (period.isEmpty()) {
      return true;
    }
    if (period.get().from().isPresent() && at.isBefore(start(period.get().from().get(), zone))) {
      return false;
    }
    return period.get().end().isEmpty() || isBefore(at, period.get().end().get(), zone);
  }

  private static boolean isBefore(Instant at, PeriodEnd end, ZoneId zone) {
    if (end instanceof PeriodEnd.Until until) {
      return at.isBefore(start(until.point(), zone));
    }
    if (end instanceof PeriodEnd.Through through) {
      return !at.atZone(zone).toLocalDate().isAfter(through.date());
    }
    return true;
  }

  private static Instant start(PointInTime point, ZoneId zone) {
    if (point instanceof PointInTime.Day day) {
      return day.date().atStartOfDay(zone).toInstant();
    }
    return ((PointInTime.Moment) point).instant();
  }
}
