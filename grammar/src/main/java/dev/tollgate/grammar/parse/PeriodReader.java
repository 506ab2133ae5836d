package dev.tollgate.grammar.parse;

import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.diagnostic.Span;
import dev.tollgate.grammar.tree.Period;
import dev.tollgate.grammar.tree.PeriodEnd;
import dev.tollgate.grammar.tree.PointInTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads stretches of the calendar. */
final class PeriodReader {

  private final Reading reading;

  PeriodReader(Reading reading) {
    this.reading = reading;
  }

  Period read(TollParser.PeriodContext context) {
    return new Period(
        Optional.ofNullable(context.point()).map(reading::point),
        Optional.ofNullable(context.periodEnd()).map(this::end),
        reading.span(context));
  }

  Optional<Period> readIfAny(TollParser.@Nullable PeriodContext context) {
    return Optional.ofNullable(context).map(this::read);
  }

  private PeriodEnd end(TollParser.PeriodEndContext context) {
    Span span = reading.span(context);
    if (context.THROUGH() == null) {
      return new PeriodEnd.Until(reading.point(context.point()), span);
    }
    PointInTime.Day day = reading.day(context.point());
    if (context.point().MOMENT() != null) {
      reading.report(
          Diagnostic.of(
                  DiagnosticCode.NO_SUCH_DATE,
                  day.span(),
                  "`through` takes a day, which it includes whole")
              .withHint("write `through " + day.date() + "`, or `until` and the moment"));
    }
    return new PeriodEnd.Through(day.date(), span);
  }
}
