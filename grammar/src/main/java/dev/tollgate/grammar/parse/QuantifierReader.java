package dev.tollgate.grammar.parse;

import dev.tollgate.grammar.tree.Quantifier;

/** Reads what a claim of a check holds for. */
final class QuantifierReader extends TreeReader<Quantifier> {

  private final Reading reading;

  QuantifierReader(Reading reading) {
    this.reading = reading;
  }

  @Override
  public Quantifier visitAnySeats(TollParser.AnySeatsContext context) {
    return new Quantifier.Seats(reading.names(context.names().name()), reading.span(context));
  }

  @Override
  public Quantifier visitAnyAmount(TollParser.AnyAmountContext context) {
    return new Quantifier.Bought(
        reading.name(context.word()),
        reading.numeralIfAny(context.NUMBER()),
        reading.span(context));
  }

  @Override
  public Quantifier visitAnyParameters(TollParser.AnyParametersContext context) {
    return new Quantifier.Parameters(reading.names(context.names().name()), reading.span(context));
  }
}
