package dev.tollgate.engine.compile;

import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.ValueType;
import dev.tollgate.engine.policy.Window;
import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.diagnostic.Span;
import dev.tollgate.grammar.tree.ClockUnit;
import dev.tollgate.grammar.tree.Stretch;
import dev.tollgate.grammar.tree.Window.Bucket;
import dev.tollgate.grammar.tree.Window.Calendar;
import dev.tollgate.grammar.tree.Window.Every;
import dev.tollgate.grammar.tree.Window.FromFirstCall;
import dev.tollgate.grammar.tree.Window.InFlight;
import dev.tollgate.grammar.tree.Window.Rolling;
import dev.tollgate.grammar.tree.ZoneChoice;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads windows. */
final class Windows implements dev.tollgate.grammar.tree.Window.Visitor<Optional<Window>> {

  private static final int SECONDS_IN_A_MINUTE = 60;
  private static final int DAYS_IN_A_WEEK = 7;

  /** As long as any other window may be: a thousand years. */
  private static final int MOST_DAYS = 365_242;

  private final ProductDraft product;
  private final Lengths lengths;

  Windows(ProductDraft product) {
    this.product = product;
    this.lengths = new Lengths(product.draft);
  }

  @Override
  public Optional<Window> rolling(Rolling rolling) {
    OptionalLong millis = lengths.millis(rolling.length());
    return millis.isEmpty()
        ? Optional.empty()
        : Optional.of(new Window.Rolling(millis.getAsLong(), words(rolling.span())));
  }

  @Override
  public Optional<Window> calendar(Calendar calendar) {
    Stretch length = calendar.length();
    Optional<Window.CalendarUnit> unit = calendarUnit(length);
    Optional<Optional<ZoneId>> zone =
        unit.flatMap(found -> calendarZone(calendar, found == Window.CalendarUnit.SECONDS));
    if (unit.isEmpty() || zone.isEmpty()) {
      return Optional.empty();
    }
    int count = length.count().value().intValueExact();
    return Optional.of(new Window.Calendar(unit.get(), count, zone.get(), words(calendar.span())));
  }

  private Optional<Window.CalendarUnit> calendarUnit(Stretch length) {
    Optional<Window.CalendarUnit> unit =
        switch (length.unit()) {
          case SECOND -> Optional.of(Window.CalendarUnit.SECONDS);
          case MINUTE -> Optional.of(Window.CalendarUnit.MINUTE);
          case HOUR -> Optional.of(Window.CalendarUnit.HOUR);
          case DAY -> Optional.of(Window.CalendarUnit.DAY);
          case MONTH -> Optional.of(Window.CalendarUnit.MONTH);
          case MILLISECOND, WEEK -> Optional.empty();
        };
    BigDecimal count = length.count().value();
    boolean seconds = length.unit() == ClockUnit.SECOND;
    boolean fits =
        seconds
            ? count.signum() > 0
                && BigDecimal.valueOf(SECONDS_IN_A_MINUTE).remainder(count).signum() == 0
                && count.stripTrailingZeros().scale() <= 0
            : count.compareTo(BigDecimal.ONE) == 0;
    if (unit.isEmpty() || !fits) {
      lengths.report(
          length,
          seconds
              ? "a minute falls into equal parts of whole seconds"
              : "a calendar has seconds, `minute`, `hour`, `day` and `month`");
      return Optional.empty();
    }
    return unit;
  }

  /** Empty inside for the account's zone. Where a minute begins is the same in every zone. */
  private Optional<Optional<ZoneId>> calendarZone(Calendar calendar, boolean sameEverywhere) {
    if (calendar.zone().isPresent()) {
      ZoneChoice choice = calendar.zone().get();
      if (choice instanceof ZoneChoice.Named named) {
        return new Zones(product.draft).find(named.zone()).map(Optional::of);
      }
      return Optional.of(Optional.empty());
    }
    if (sameEverywhere || calendar.length().unit() == ClockUnit.MINUTE) {
      return Optional.of(Optional.of(product.zone));
    }
    product
        .findings()
        .add(
            Diagnostic.of(
                    DiagnosticCode.CLAUSE_MISSING,
                    calendar.span(),
                    "`%s` says no zone".formatted(words(calendar.span())))
                .withHint("add `in account zone`, or a zone such as `in UTC`"));
    return Optional.empty();
  }

  @Override
  public Optional<Window> fromFirstCall(FromFirstCall fromFirstCall) {
    OptionalLong millis = lengths.millis(fromFirstCall.length());
    return millis.isEmpty()
        ? Optional.empty()
        : Optional.of(new Window.FromFirstCall(millis.getAsLong(), words(fromFirstCall.span())));
  }

  @Override
  public Optional<Window> every(Every every) {
    Stretch length = every.length();
    boolean weeks = length.unit() == ClockUnit.WEEK;
    if (!weeks && length.unit() != ClockUnit.DAY) {
      lengths.report(length, "such a window has whole days or weeks");
    }
    OptionalLong count = product.quantities.whole(length.count(), "length", 1, MOST_DAYS);
    Optional<Asked> start = new Subjects(product, Scene.ACCOUNT).resolve(every.from());
    if (start.isPresent() && !(start.get().type() instanceof ValueType.Date)) {
      product
          .findings()
          .add(
              DiagnosticCode.TYPES_DIFFER,
              every.from().span(),
              "`%s` is %s, and a window begins at a date"
                  .formatted(start.get().attribute(), Types.describe(start.get().type())));
      return Optional.empty();
    }
    if (count.isEmpty() || start.isEmpty() || !(weeks || length.unit() == ClockUnit.DAY)) {
      return Optional.empty();
    }
    int days = Math.toIntExact(count.getAsLong() * (weeks ? DAYS_IN_A_WEEK : 1));
    Attribute attribute = start.get().attribute();
    return Optional.of(new Window.EveryFrom(days, attribute, words(every.span())));
  }

  @Override
  public Optional<Window> bucket(Bucket bucket) {
    return Optional.of(new Window.Bucket(words(bucket.span())));
  }

  @Override
  public Optional<Window> inFlight(InFlight inFlight) {
    OptionalLong millis = lengths.millis(inFlight.forgottenAfter());
    return millis.isEmpty()
        ? Optional.empty()
        : Optional.of(new Window.InFlight(millis.getAsLong(), words(inFlight.span())));
  }

  private String words(Span span) {
    return product.sources().words(span);
  }
}
