package dev.tollgate.grammar.parse;

import dev.tollgate.grammar.tree.ValueType;

/** Reads the types of facts and parameters. */
final class ValueTypeReader extends TreeReader<ValueType> {

  private final Reading reading;

  ValueTypeReader(Reading reading) {
    this.reading = reading;
  }

  @Override
  public ValueType visitFactType(TollParser.FactTypeContext context) {
    return context.words() == null
        ? visit(context.valueType())
        : new ValueType.OneOf(reading.names(context.words().word()), reading.span(context));
  }

  @Override
  public ValueType visitYesOrNo(TollParser.YesOrNoContext context) {
    return new ValueType.YesOrNo(reading.span(context));
  }

  @Override
  public ValueType visitCount(TollParser.CountContext context) {
    return new ValueType.Count(reading.span(context));
  }

  @Override
  public ValueType visitMoney(TollParser.MoneyContext context) {
    return new ValueType.Money(reading.span(context));
  }

  @Override
  public ValueType visitDate(TollParser.DateContext context) {
    return new ValueType.Date(reading.span(context));
  }

  @Override
  public ValueType visitZoneType(TollParser.ZoneTypeContext context) {
    return new ValueType.Zone(reading.span(context));
  }

  @Override
  public ValueType visitPercentType(TollParser.PercentTypeContext context) {
    return new ValueType.Percent(reading.span(context));
  }

  @Override
  public ValueType visitFreeText(TollParser.FreeTextContext context) {
    return new ValueType.FreeText(reading.span(context));
  }

  @Override
  public ValueType visitInUnit(TollParser.InUnitContext context) {
    return new ValueType.InUnit(reading.name(context), reading.span(context));
  }
}
