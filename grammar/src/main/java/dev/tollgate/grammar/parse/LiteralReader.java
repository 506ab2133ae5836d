package dev.tollgate.grammar.parse;

import dev.tollgate.grammar.tree.Literal;

/** Reads values that are written out. */
final class LiteralReader extends TreeReader<Literal> {

  private final Reading reading;

  LiteralReader(Reading reading) {
    this.reading = reading;
  }

  @Override
  public Literal visitFlag(TollParser.FlagContext context) {
    return new Literal.Flag(context.YES() != null, reading.span(context));
  }

  @Override
  public Literal visitPercentLiteral(TollParser.PercentLiteralContext context) {
    return new Literal.Percent(reading.percent(context.percent()), reading.span(context));
  }

  @Override
  public Literal visitNumber(TollParser.NumberContext context) {
    return new Literal.Number(reading.quantity(context.quantity()), reading.span(context));
  }

  @Override
  public Literal visitQuoted(TollParser.QuotedContext context) {
    return new Literal.Quoted(reading.text(context.text()), reading.span(context));
  }

  @Override
  public Literal visitTime(TollParser.TimeContext context) {
    return new Literal.Time(reading.point(context.point()), reading.span(context));
  }

  @Override
  public Literal visitZoneLiteral(TollParser.ZoneLiteralContext context) {
    return new Literal.Word(reading.name(context), reading.span(context));
  }

  @Override
  public Literal visitWordLiteral(TollParser.WordLiteralContext context) {
    return new Literal.Word(reading.name(context.word()), reading.span(context));
  }
}
