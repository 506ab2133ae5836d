package dev.tollgate.engine.compile;

import dev.tollgate.engine.policy.Stretch;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.tree.Period;
import dev.tollgate.grammar.tree.PeriodEnd;
import dev.tollgate.grammar.tree.PointInTime;
import java.time.Instant;
import java.util.Optional;

/** Reads stretches of time. Dates and moments are compared in the zone of the product. */
final class Periods implements PeriodEnd.Visitor<Optional<Stretch.Bound>> {

  private final ProductDraft product;

  /** Whether a date begins for everybody when it begins in the zone of the product. */
  private final boolean forAll;

  private Periods(ProductDraft product, boolean forAll) {
    this.product = product;
    this.forAll = forAll;
  }

  /** Periods of a contract, or of a rule for a quota that there is not. */
  static Periods of(ProductDraft product) {
    return new Periods(product, false);
  }

  /** Periods of a quota's terms, which change for all accounts at once where they share it. */
  static Periods of(QuotaDraft quota) {
    return new Periods(quota.product, quota.isShared());
  }

  /** The stretch; for ever when there is none; empty when it is wrong and reported. */
  Optional<Stretch> read(Optional<Period> period) {
    if (period.isEmpty()) {
      return Optional.of(Stretch.FOREVER);
    }
    Optional<Stretch.Bound> from = period.get().from().map(Periods::bound).map(this::forWhom);
    Optional<Stretch.Bound> until = period.get().end().flatMap(end -> end.accept(this));
    if (from.isPresent() && until.isPresent()) {
      Instant begin = from.get().in(product.zone);
      if (!begin.isBefore(until.get().in(product.zone))) {
        product
            .findings()
            .add(
                DiagnosticCode.ENDS_BEFORE_IT_BEGINS,
                period.get().span(),
                "`%s` ends before it begins"
                    .formatted(product.sources().words(period.get().span())));
        return Optional.empty();
      }
    }
    return Optional.of(new Stretch(from, until));
  }

  private Stretch.Bound forWhom(Stretch.Bound bound) {
    return forAll ? new Stretch.Bound.Moment(bound.in(product.zone)) : bound;
  }

  static Stretch.Bound bound(PointInTime point) {
    if (point instanceof PointInTime.Day day) {
      return new Stretch.Bound.Day(day.date());
    } else if (point instanceof PointInTime.Moment moment) {
      return new Stretch.Bound.Moment(moment.instant());
    }
    throw new IllegalStateException("no such point in time: " + point);
  }

  @Override
  public Optional<Stretch.Bound> until(PeriodEnd.Until until) {
    return Optional.of(forWhom(bound(until.point())));
  }

  /** A day that is inside ends where the next one begins. */
  @Override
  public Optional<Stretch.Bound> through(PeriodEnd.Through through) {
    return Optional.of(forWhom(new Stretch.Bound.Day(through.date().plusDays(1))));
  }

  @Override
  public Optional<Stretch.Bound> forever(PeriodEnd.Forever forever) {
    return Optional.empty();
  }
}
