package dev.tollgate.grammar.parse;

import dev.tollgate.grammar.tree.Amount;
import dev.tollgate.grammar.tree.Cap;
import dev.tollgate.grammar.tree.Numeral;
import dev.tollgate.grammar.tree.Quantity;
import dev.tollgate.grammar.tree.Rounding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads amounts and caps. */
final class AmountReader extends TreeReader<Amount> {

  private final Reading reading;

  AmountReader(Reading reading) {
    this.reading = reading;
  }

  Amount read(TollParser.AmountContext context) {
    return visitAmount(context);
  }

  Optional<Cap> cap(TollParser.@Nullable CapContext context) {
    if (context == null) {
      return Optional.empty();
    }
    return Optional.of(
        context.NO() == null
            ? new Cap.At(read(context.amount()), reading.span(context))
            : new Cap.None(reading.span(context)));
  }

  static Rounding rounding(TollParser.DirectionContext direction) {
    if (direction.UP() != null) {
      return Rounding.UP;
    }
    return direction.DOWN() != null ? Rounding.DOWN : Rounding.NEAREST;
  }

  @Override
  public Amount visitAmount(TollParser.AmountContext context) {
    Amount sum = visit(context.amountChoice());
    return context.quantity() == null
        ? sum
        : new Amount.AtLeast(sum, reading.quantity(context.quantity()), reading.span(context));
  }

  @Override
  public Amount visitPlainAmount(TollParser.PlainAmountContext context) {
    return visitAmountSum(context.amountSum());
  }

  @Override
  public Amount visitAmountSum(TollParser.AmountSumContext context) {
    List<Amount> terms = new ArrayList<>();
    for (TollParser.AmountTermContext term : context.amountTerm()) {
      terms.add(visitAmountTerm(term));
    }
    return terms.size() == 1 ? terms.get(0) : new Amount.Sum(terms, reading.span(context));
  }

  @Override
  public Amount visitAmountTerm(TollParser.AmountTermContext context) {
    Amount amount = visit(context.amountFactor());
    for (TollParser.ScalingContext scaling : reading.bounded(context.scaling())) {
      var span = reading.span(context.getStart(), scaling.getStop());
      if (scaling instanceof TollParser.OverContext over) {
        Numeral by = reading.numeral(over.NUMBER());
        amount = new Amount.Divided(amount, by, rounding(over.direction()), span);
      } else if (scaling instanceof TollParser.TimesContext times) {
        amount = new Amount.Times(amount, visit(times.amountFactor()), span);
      } else {
        throw new IllegalStateException("a scaling of no known kind: " + scaling.getText());
      }
    }
    return amount;
  }

  @Override
  public Amount visitFixedOrPerSeat(TollParser.FixedOrPerSeatContext context) {
    Quantity quantity = reading.quantity(context.quantity());
    return context.PER() == null
        ? new Amount.Fixed(quantity, quantity.span())
        : new Amount.PerSeat(
            quantity,
            reading.name(context.name()),
            reading.numeralIfAny(context.NUMBER()),
            reading.span(context));
  }

  @Override
  public Amount visitEditionNumber(TollParser.EditionNumberContext context) {
    return new Amount.EditionNumber(reading.span(context));
  }

  @Override
  public Amount visitGreaterOf(TollParser.GreaterOfContext context) {
    return new Amount.GreaterOf(all(context.amountSum()), reading.span(context));
  }

  @Override
  public Amount visitLesserOf(TollParser.LesserOfContext context) {
    return new Amount.LesserOf(all(context.amountSum()), reading.span(context));
  }

  @Override
  public Amount visitRoomUnderCap(TollParser.RoomUnderCapContext context) {
    return new Amount.RoomUnderCap(reading.span(context));
  }

  @Override
  public Amount visitNoLimit(TollParser.NoLimitContext context) {
    return new Amount.NoLimit(reading.span(context));
  }

  @Override
  public Amount visitCapacity(TollParser.CapacityContext context) {
    return new Amount.Capacity(
        reading.quantity(context.quantity(0)),
        reading.quantity(context.quantity(1)),
        reading.stretch(context.stretch()),
        reading.span(context));
  }

  @Override
  public Amount visitSameAs(TollParser.SameAsContext context) {
    return new Amount.SameAs(reading.name(context.word()), reading.span(context));
  }

  @Override
  public Amount visitAmountParens(TollParser.AmountParensContext context) {
    return read(context.amount());
  }

  @Override
  public Amount visitFactValue(TollParser.FactValueContext context) {
    return new Amount.FactValue(reading.name(context.word()), reading.span(context));
  }

  private List<Amount> all(List<TollParser.AmountSumContext> contexts) {
    List<Amount> amounts = new ArrayList<>(contexts.size());
    for (TollParser.AmountSumContext context : contexts) {
      amounts.add(visitAmountSum(context));
    }
    return amounts;
  }
}
