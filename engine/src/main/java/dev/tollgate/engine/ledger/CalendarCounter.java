package dev.tollgate.engine.ledger;

import dev.tollgate.engine.pack.Packing;
import dev.tollgate.engine.pack.Unpacking;
import dev.tollgate.engine.policy.Window;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Everything comes back when the next stretch of the calendar begins. */
final class CalendarCounter implements Counter {

  private final Window.CalendarUnit unit;
  private final int count;
  private final StretchLog log;

  // The stretch of the last question and its zone, because the next one is likely to be the same.
  private long from;
  private long until;
  private ZoneId currentZone = ZoneOffset.UTC;

  CalendarCounter(Window.Calendar calendar) {
    this(calendar.unit(), calendar.count(), new StretchLog());
  }

  private CalendarCounter(Window.CalendarUnit unit, int count, StretchLog log) {
    this.unit = unit;
    this.count = count;
    this.log = log;
  }

  @Override
  public boolean counts(Window window) {
    return window instanceof Window.Calendar other
        && other.unit() == unit
        && other.count() == count;
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
    return new CalendarCounter(unit, count, log.copy());
  }

  @Override
  public void pack(Packing to) {
    to.number(unit.ordinal()).number(count);
    log.pack(to);
  }

  static CalendarCounter unpack(Unpacking from) {
    Window.CalendarUnit unit = from.one(Window.CalendarUnit.class);
    return new CalendarCounter(unit, (int) from.number(), StretchLog.unpack(from));
  }

  private LocalStretch stretch(CounterTerms terms, long now) {
    ZoneId zone = zone(terms);
    if (from <= now && now < until && currentZone.equals(zone)) {
      return new LocalStretch(from, until);
    }
    LocalStretch current = LocalStretch.of(unit, count, zone, now);
    from = current.from();
    until = current.until();
    currentZone = zone;
    return current;
  }

  private static ZoneId zone(CounterTerms terms) {
    return terms.window() instanceof Window.Calendar calendar
        ? calendar.zone().orElse(terms.zone())
        : terms.zone();
  }

  /** No stretch in any zone is longer; a day can last 48 hours where the date line moved. */
  private long longestMillis() {
    switch (unit) {
      case SECONDS:
        return Duration.ofSeconds(count).toMillis();
      case MINUTE:
        return Duration.ofMinutes(1).toMillis();
      case HOUR:
        return Duration.ofHours(1).toMillis();
      case DAY:
        return Duration.ofDays(2).toMillis();
      case MONTH:
        return Duration.ofDays(33).toMillis();
      default:
        throw new IllegalArgumentException("no length of " + unit);
    }
  }
}
