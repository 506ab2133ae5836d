package dev.tollgate.grammar.parse;

import dev.tollgate.grammar.tree.Band;
import dev.tollgate.grammar.tree.Charge;
import dev.tollgate.grammar.tree.Cost;
import dev.tollgate.grammar.tree.Quantity;
import dev.tollgate.grammar.tree.Rounding;
import java.util.ArrayList;
import java.util.List;

/** Reads what a cost line says a call comes to. */
final class ChargeReader extends TreeReader<Charge> {

  private final Reading reading;

  ChargeReader(Reading reading) {
    this.reading = reading;
  }

  @Override
  public Charge visitCosts(TollParser.CostsContext context) {
    return new Charge.Costs(costing(context.costing()), reading.span(context));
  }

  private Cost costing(TollParser.CostingContext context) {
    return context.cost() == null ? bands(context) : cost(context.cost());
  }

  private Cost bands(TollParser.CostingContext context) {
    List<Band> bands = new ArrayList<>();
    for (TollParser.BandContext band :
        reading.sound(context.bandBlock(), context.bandBlock().band())) {
      bands.add(
          new Band(
              reading.numeralIfAny(band.NUMBER()),
              reading.quantity(band.quantity()),
              reading.span(band)));
    }
    return new Cost.Bands(reading.name(context.name()), bands, reading.span(context));
  }

  @Override
  public Charge visitNotCounted(TollParser.NotCountedContext context) {
    return new Charge.NotCounted(reading.span(context));
  }

  @Override
  public Charge visitHolds(TollParser.HoldsContext context) {
    return new Charge.Holds(cost(context.cost(0)), cost(context.cost(1)), reading.span(context));
  }

  private Cost cost(TollParser.CostContext context) {
    List<Cost> terms = new ArrayList<>();
    for (TollParser.CostTermContext term : context.costTerm()) {
      terms.add(term(term));
    }
    Cost sum =
        terms.size() == 1
            ? terms.get(0)
            : new Cost.Sum(
                terms, reading.span(context.costTerm(0).getStart(), lastTerm(context).getStop()));
    return context.quantity() == null
        ? sum
        : new Cost.AtLeast(sum, reading.quantity(context.quantity()), reading.span(context));
  }

  private static TollParser.CostTermContext lastTerm(TollParser.CostContext context) {
    return context.costTerm(context.costTerm().size() - 1);
  }

  private Cost term(TollParser.CostTermContext term) {
    if (term instanceof TollParser.SumOfCallsContext sum) {
      return new Cost.SumOfCalls(reading.span(sum));
    }
    if (term instanceof TollParser.FixedOrPerParameterContext context) {
      Quantity quantity = reading.quantity(context.quantity());
      return context.PER() == null
          ? new Cost.Fixed(quantity, quantity.span())
          : new Cost.PerParameter(
              quantity,
              reading.numeralIfAny(context.NUMBER()),
              reading.name(context.name()),
              rounding(context),
              reading.span(context));
    }
    throw new IllegalStateException("a cost of no known kind: " + term.getText());
  }

  private static Rounding rounding(TollParser.FixedOrPerParameterContext context) {
    if (context.partOfGroup() == null) {
      return Rounding.UP;
    }
    return context.partOfGroup().direction() == null
        ? Rounding.PRO_RATA
        : AmountReader.rounding(context.partOfGroup().direction());
  }
}
