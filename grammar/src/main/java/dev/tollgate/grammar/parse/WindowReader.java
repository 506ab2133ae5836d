package dev.tollgate.grammar.parse;

import dev.tollgate.grammar.tree.Window;
import dev.tollgate.grammar.tree.ZoneChoice;
import java.util.Optional;

/** Reads windows. */
final class WindowReader extends TreeReader<Window> {

  private final Reading reading;
  private final SubjectReader subjects;

  WindowReader(Reading reading) {
    this.reading = reading;
    this.subjects = new SubjectReader(reading);
  }

  @Override
  public Window visitRolling(TollParser.RollingContext context) {
    return new Window.Rolling(reading.stretch(context.stretch()), reading.span(context));
  }

  @Override
  public Window visitCalendar(TollParser.CalendarContext context) {
    return new Window.Calendar(
        reading.stretch(context.stretch()),
        Optional.ofNullable(context.zoneChoice()).map(this::zone),
        reading.span(context));
  }

  @Override
  public Window visitEvery(TollParser.EveryContext context) {
    return new Window.Every(
        reading.stretch(context.stretch()),
        subjects.visit(context.subject()),
        reading.span(context));
  }

  @Override
  public Window visitBucket(TollParser.BucketContext context) {
    return new Window.Bucket(reading.span(context));
  }

  @Override
  public Window visitInFlight(TollParser.InFlightContext context) {
    return new Window.InFlight(reading.stretch(context.stretch()), reading.span(context));
  }

  @Override
  public Window visitFromFirstCall(TollParser.FromFirstCallContext context) {
    return new Window.FromFirstCall(reading.stretch(context.stretch()), reading.span(context));
  }

  private ZoneChoice zone(TollParser.ZoneChoiceContext context) {
    return context.zoneName() == null
        ? new ZoneChoice.OfAccount(reading.span(context))
        : new ZoneChoice.Named(reading.name(context.zoneName()), reading.span(context));
  }
}
