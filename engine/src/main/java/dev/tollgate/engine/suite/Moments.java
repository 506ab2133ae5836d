package dev.tollgate.engine.suite;

import dev.tollgate.grammar.tree.PeriodEnd;
import dev.tollgate.grammar.tree.PointInTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** When the points in time of a test are, for an account in a zone. */
final class Moments {

  private Moments() {}

  /** A bare date is the start of that day in {@code zone}. */
  static Instant of(PointInTime point, ZoneId zone) {
    return point.accept(
        new PointInTime.Visitor<>() {
          @Override
          public Instant day(PointInTime.Day day) {
            return day.date().atStartOfDay(zone).toInstant();
          }

          @Override
          public Instant moment(PointInTime.Moment moment) {
            return moment.instant();
          }
        });
  }

  /** The day that a point in time lies in. */
  static LocalDate dayOf(PointInTime point, ZoneId zone) {
    return of(point, zone).atZone(zone).toLocalDate();
  }

  /** The first moment after a period; empty for a period without end. */
  static Optional<Instant> end(PeriodEnd end, ZoneId zone) {
    return end.accept(
        new PeriodEnd.Visitor<>() {
          @Override
          public Optional<Instant> until(PeriodEnd.Until until) {
            return Optional.of(of(until.point(), zone));
          }

          @Override
          public Optional<Instant> through(PeriodEnd.Through through) {
            return Optional.of(through.date().plusDays(1).atStartOfDay(zone).toInstant());
          }

          @Override
          public Optional<Instant> forever(PeriodEnd.Forever forever) {
            return Optional.empty();
          }
        });
  }
}
