package dev.tollgate.grammar.parse;

import dev.tollgate.grammar.diagnostic.Severity;
import dev.tollgate.grammar.diagnostic.Span;
import dev.tollgate.grammar.tree.Expectation;
import dev.tollgate.grammar.tree.Measure;
import dev.tollgate.grammar.tree.Name;
import dev.tollgate.grammar.tree.Numeral;
import dev.tollgate.grammar.tree.PeriodEnd;
import dev.tollgate.grammar.tree.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what a test expects. */
final class ExpectationReader extends TreeReader<Expectation> {

  private final Reading reading;

  ExpectationReader(Reading reading) {
    this.reading = reading;
  }

  List<Expectation> read(TollParser.@Nullable ExpectContext context) {
    List<Expectation> expectations = new ArrayList<>();
    if (context != null) {
      for (TollParser.ExpectationContext expectation : context.expectation()) {
        expectations.add(visit(expectation));
      }
    }
    return expectations;
  }

  @Override
  public Expectation visitFigure(TollParser.FigureContext context) {
    return new Expectation.Figure(
        measure(context.measure().getStart().getType()),
        reading.quantity(context.quantity()),
        quota(context.ofQuota()),
        reading.span(context));
  }

  @Override
  public Expectation visitFigureBehind(TollParser.FigureBehindContext context) {
    return new Expectation.Figure(
        context.USED() == null ? Measure.REMAINING : Measure.USED,
        reading.quantity(context.quantity()),
        quota(context.ofQuota()),
        reading.span(context));
  }

  @Override
  public Expectation visitComesBack(TollParser.ComesBackContext context) {
    return new Expectation.ComesBack(
        reading.quantity(context.quantity()),
        reading.point(context.point()),
        quota(context.ofQuota()),
        reading.span(context));
  }

  @Override
  public Expectation visitUnlimited(TollParser.UnlimitedContext context) {
    return new Expectation.Unlimited(
        measure(context.measure().getStart().getType()),
        quota(context.ofQuota()),
        reading.span(context));
  }

  @Override
  public Expectation visitAllowed(TollParser.AllowedContext context) {
    return new Expectation.Allowed(reading.span(context));
  }

  @Override
  public Expectation visitDenied(TollParser.DeniedContext context) {
    int code = context.BY() == null ? 0 : 1;
    return new Expectation.Denied(
        reading.nameIfAny(code == 0 ? null : context.word(0)),
        reading.nameIfAny(context.word(code)),
        retry(context),
        reading.span(context));
  }

  @Override
  public Expectation visitDeniedStatus(TollParser.DeniedStatusContext context) {
    return new Expectation.DeniedStatus(reading.numeral(context.NUMBER()), reading.span(context));
  }

  @Override
  public Expectation visitDeniedMessage(TollParser.DeniedMessageContext context) {
    return new Expectation.DeniedMessage(reading.text(context.text()), reading.span(context));
  }

  @Override
  public Expectation visitUncounted(TollParser.UncountedContext context) {
    return new Expectation.NotCounted(reading.span(context));
  }

  @Override
  public Expectation visitWarnedAt(TollParser.WarnedAtContext context) {
    return new Expectation.WarnedAt(reading.percent(context.percent()), reading.span(context));
  }

  @Override
  public Expectation visitNotWarned(TollParser.NotWarnedContext context) {
    return new Expectation.NotWarned(reading.span(context));
  }

  @Override
  public Expectation visitCharged(TollParser.ChargedContext context) {
    Quantity money = reading.quantity(context.quantity());
    return new Expectation.Charged(
        context.MINUS() == null ? money : money.negated(), reading.span(context));
  }

  @Override
  public Expectation visitPriced(TollParser.PricedContext context) {
    return new Expectation.Priced(
        reading.quantity(context.quantity()),
        BillPeriods.of(context.billPeriod()),
        reading.span(context));
  }

  @Override
  public Expectation visitMostBought(TollParser.MostBoughtContext context) {
    return new Expectation.Most(reading.quantity(context.quantity()), reading.span(context));
  }

  @Override
  public Expectation visitRefused(TollParser.RefusedContext context) {
    return new Expectation.Refused(reading.span(context));
  }

  @Override
  public Expectation visitDecidedBy(TollParser.DecidedByContext context) {
    return new Expectation.DecidedBy(reading.text(context.text()), reading.span(context));
  }

  @Override
  public Expectation visitSlabPriced(TollParser.SlabPricedContext context) {
    Numeral units = reading.numeral(context.NUMBER());
    Quantity money = reading.quantity(context.quantity());
    boolean unitsBack = context.getStart().getType() == TollParser.MINUS;
    boolean moneyBack = context.MINUS().size() > (unitsBack ? 1 : 0);
    return new Expectation.SlabPriced(
        unitsBack ? units.negated() : units,
        moneyBack ? money.negated() : money,
        reading.span(context));
  }

  @Override
  public Expectation visitAssumed(TollParser.AssumedContext context) {
    return new Expectation.Assumed(
        reading.name(context.word()),
        new LiteralReader(reading).visit(context.literal()),
        reading.span(context));
  }

  @Override
  public Expectation visitNothingAssumed(TollParser.NothingAssumedContext context) {
    return new Expectation.NothingAssumed(reading.span(context));
  }

  @Override
  public Expectation visitDiagnosed(TollParser.DiagnosedContext context) {
    return new Expectation.Diagnosed(
        context.ERROR() == null ? Severity.WARNING : Severity.ERROR,
        reading.name(context.word()),
        reading.numeralIfAny(context.NUMBER()),
        reading.span(context));
  }

  @Override
  public Expectation visitUndiagnosed(TollParser.UndiagnosedContext context) {
    return new Expectation.NotDiagnosed(reading.span(context));
  }

  private Optional<PeriodEnd> retry(TollParser.DeniedContext context) {
    if (context.UNTIL() == null) {
      return Optional.empty();
    }
    Span span = reading.span(context.UNTIL().getSymbol(), context.getStop());
    return Optional.of(
        context.point() == null
            ? new PeriodEnd.Forever(span)
            : new PeriodEnd.Until(reading.point(context.point()), span));
  }

  private Optional<Name> quota(TollParser.@Nullable OfQuotaContext context) {
    return Optional.ofNullable(context).map(of -> reading.name(of.word()));
  }

  private static Measure measure(int type) {
    return switch (type) {
      case TollParser.ALLOTMENT -> Measure.ALLOTMENT;
      case TollParser.BEYOND -> Measure.BEYOND;
      case TollParser.COST -> Measure.COST;
      case TollParser.INCLUDED -> Measure.INCLUDED;
      case TollParser.LIMIT -> Measure.LIMIT;
      case TollParser.REMAINING -> Measure.REMAINING;
      case TollParser.USED -> Measure.USED;
      default -> throw new IllegalStateException("a measure of no known kind: " + type);
    };
  }
}
