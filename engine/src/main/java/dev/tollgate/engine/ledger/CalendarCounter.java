package dev.tollgate.engine.ledger;

import dev.tollgate.engine.policy.Window;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Everything comes back when the next stretch of the calendar begins. */
final class CalendarCounter implements Counter {

  private final Window.Calendar calendar;
  private final StretchLog log;
  private LocalStretch current;
  private Optional<ZoneId> currentZone;

  CalendarCounter(Window.Calendar calendar) {
    this(calendar, new StretchLog());
  }

  private CalendarCounter(Window.Calendar calendar, StretchLog log) {
    this.calendar = calendar;
    this.log = log;
    this.current = new LocalStretch(0, 0);
    this.currentZone = Optional.empty();
  }

  @Override
  public boolean counts(Window window) {
    return window instanceof Window.Calendar other
        && other.unit() == calendar.unit()
        && other.count() == calendar.count();
  }

  @Override
  public Form form() {
    return Form.CALENDAR;
  }

  @Override
  public Usage usage(CounterTerms terms, long now) {
    return log.usage(stretch(terms, now));
  }

  @Override
  public Optional<NextReturn> nextReturn(CounterTerms terms, long now) {
    return log.nextReturn(stretch(terms, now));
  }

  @Override
  public OptionalLong whenBack(CounterTerms terms, long units, long now) {
    return log.whenBack(stretch(terms, now));
  }

  @Override
  public void add(CounterTerms terms, Portion portion) {
    long now = portion.moment();
    log.add(stretch(terms, now), zone(terms), now - longestMillis(), portion);
  }

  @Override
  public Portion giveBack(Portion portion, long now) {
    return log.giveBack(portion);
  }

  @Override
  public long refundable(CounterTerms terms, List<Portion> held, long now) {
    return log.refundable(stretch(terms, now), held);
  }

  @Override
  public List<Portion> refund(CounterTerms terms, long units, List<Portion> held, long now) {
    return log.refund(stretch(terms, now), units, held);
  }

  @Override
  public long quietSince(CounterTerms terms, long now) {
    return stretch(terms, now).from();
  }

  @Override
  public long mattersSince(long now) {
    return now - longestMillis();
  }

  @Override
  public boolean idle(long now) {
    return log.nothingSince(now - longestMillis());
  }

  @Override
  public Counter copy() {
    return new CalendarCounter(calendar, log.copy());
  }

  @Override
  public void pack(Packing to) {
    to.number(calendar.unit().ordinal()).number(calendar.count());
    log.pack(to);
  }

  static CalendarCounter unpack(Unpacking from) {
    Window.CalendarUnit unit = from.one(Window.CalendarUnit.class);
    Window.Calendar calendar =
        new Window.Calendar(unit, (int) from.number(), Optional.empty(), "calendar");
    return new CalendarCounter(calendar, StretchLog.unpack(from));
  }

  private LocalStretch stretch(CounterTerms terms, long now) {
    ZoneId zone = zone(terms);
    if (!current.contains(now) || !currentZone.equals(Optional.of(zone))) {
      current = LocalStretch.of(calendar, zone, now);
      currentZone = Optional.of(zone);
    }
    return current;
  }

  private static ZoneId zone(CounterTerms terms) {
    return terms.window() instanceof Window.Calendar calendar
        ? calendar.zone().orElse(terms.zone())
        : terms.zone();
  }

  /** No stretch in any zone is longer; a day can last 48 hours where the date line moved. */
  private long longestMillis() {
    switch (calendar.unit()) {
      case SECONDS:
        return Duration.ofSeconds(calendar.count()).toMillis();
      case MINUTE:
        return Duration.ofMinutes(1).toMillis();
      case HOUR:
        return Duration.ofHours(1).toMillis();
      case DAY:
        return Duration.ofDays(2).toMillis();
      case MONTH:
        return Duration.ofDays(33).toMillis();
      default:
        throw new IllegalArgumentException("no length of " + calendar);
    }
  }
}
