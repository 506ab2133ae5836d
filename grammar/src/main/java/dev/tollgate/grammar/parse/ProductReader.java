package dev.tollgate.grammar.parse;

import dev.tollgate.grammar.tree.Declaration;
import dev.tollgate.grammar.tree.Name;
import dev.tollgate.grammar.tree.Numeral;
import dev.tollgate.grammar.tree.Parameter;
import dev.tollgate.grammar.tree.ProductClause;
import dev.tollgate.grammar.tree.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads products. */
final class ProductReader extends TreeReader<ProductClause> {

  private final Reading reading;
  private final ValueTypeReader types;
  private final LiteralReader literals;
  private final CallReader calls;
  private final QuotaReader quotas;
  private final AddOnReader addOns;

  ProductReader(Reading reading) {
    this.reading = reading;
    this.types = new ValueTypeReader(reading);
    this.literals = new LiteralReader(reading);
    this.calls = new CallReader(reading);
    this.quotas = new QuotaReader(reading);
    this.addOns = new AddOnReader(reading);
  }

  Declaration.Product read(TollParser.ProductContext context) {
    TollParser.ProductHeaderContext header = context.productHeader();
    TollParser.ProductBlockContext block = context.productBlock();
    List<ProductClause> clauses = new ArrayList<>();
    for (TollParser.ProductClauseContext clause : reading.sound(block, block.productClause())) {
      clauses.add(visit(clause));
    }
    return new Declaration.Product(
        reading.name(header.word()), reading.title(header.text()), clauses, reading.span(context));
  }

  @Override
  public ProductClause visitZone(TollParser.ZoneContext context) {
    return new ProductClause.Zone(reading.name(context.zoneName()), reading.span(context));
  }

  @Override
  public ProductClause visitUnit(TollParser.UnitContext context) {
    return new ProductClause.Unit(
        reading.name(context.word(0)),
        reading.nameIfAny(context.word(1)),
        reading.numeralIfAny(context.NUMBER()),
        reading.span(context));
  }

  @Override
  public ProductClause visitSeat(TollParser.SeatContext context) {
    return new ProductClause.Seat(
        reading.name(context.word(0)), reading.nameIfAny(context.word(1)), reading.span(context));
  }

  @Override
  public ProductClause visitFact(TollParser.FactContext context) {
    return new ProductClause.Fact(
        reading.name(context.word()),
        types.visit(context.factType()),
        Optional.ofNullable(context.literal()).map(literals::visit),
        reading.span(context));
  }

  @Override
  public ProductClause visitKeys(TollParser.KeysContext context) {
    return new ProductClause.Keys(reading.names(context.names().name()), reading.span(context));
  }

  @Override
  public ProductClause visitEdition(TollParser.EditionContext context) {
    List<Name> also = context.names() == null ? List.of() : reading.names(context.names().name());
    return new ProductClause.Edition(
        reading.name(context.word()),
        reading.title(context.text()),
        also,
        reading.numeralIfAny(context.NUMBER()),
        reading.span(context));
  }

  @Override
  public ProductClause visitCallsOpen(TollParser.CallsOpenContext context) {
    return new ProductClause.CallsOpen(reading.span(context));
  }

  @Override
  public ProductClause visitCallGroup(TollParser.CallGroupContext context) {
    return new ProductClause.CallGroup(
        reading.name(context.word()),
        calls.names(context.selectors(0)),
        calls.namesIfAny(context.selectors(1)),
        reading.span(context));
  }

  @Override
  public ProductClause visitCalls(TollParser.CallsContext context) {
    List<Parameter> parameters = new ArrayList<>();
    Optional<Numeral> subCalls = Optional.empty();
    for (TollParser.ParameterContext parameter : context.parameter()) {
      boolean composite = parameter.name().getText().equals("calls") && parameter.NUMBER() != null;
      if (composite) {
        subCalls = reading.numeralIfAny(parameter.NUMBER());
      } else {
        parameters.add(parameter(parameter));
      }
    }
    return new ProductClause.Calls(
        calls.names(context.selectors()), parameters, subCalls, reading.span(context));
  }

  @Override
  public ProductClause visitQuota(TollParser.QuotaContext context) {
    return quotas.read(context);
  }

  @Override
  public ProductClause visitAddOn(TollParser.AddOnContext context) {
    return addOns.read(context);
  }

  private Parameter parameter(TollParser.ParameterContext context) {
    return new Parameter(
        reading.name(context.name()),
        reading.numeralIfAny(context.NUMBER()),
        type(context),
        reading.span(context));
  }

  private Optional<ValueType> type(TollParser.ParameterContext context) {
    if (context.names() != null) {
      return Optional.of(
          new ValueType.OneOf(
              reading.names(context.names().name()),
              reading.span(context.ONE().getSymbol(), context.getStop())));
    }
    return Optional.ofNullable(context.valueType()).map(types::visit);
  }
}
