package dev.tollgate.engine.compile;

import dev.tollgate.engine.policy.Unit;
import dev.tollgate.engine.policy.ValueType;
import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.tree.Literal;
import dev.tollgate.grammar.tree.Name;
import dev.tollgate.grammar.tree.ValueType.Count;
import dev.tollgate.grammar.tree.ValueType.Date;
import dev.tollgate.grammar.tree.ValueType.FreeText;
import dev.tollgate.grammar.tree.ValueType.InUnit;
import dev.tollgate.grammar.tree.ValueType.Money;
import dev.tollgate.grammar.tree.ValueType.OneOf;
import dev.tollgate.grammar.tree.ValueType.Percent;
import dev.tollgate.grammar.tree.ValueType.YesOrNo;
import dev.tollgate.grammar.tree.ValueType.Zone;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the types of facts and parameters. */
final class ValueTypes implements dev.tollgate.grammar.tree.ValueType.Visitor<Optional<ValueType>> {

  /** Types that are one word of the language. */
  private static final List<String> TYPES =
      List.of("count", "date", "money", "percent", "text", "zone");

  private final ProductDraft product;
  private final Optional<Literal> example;

  /**
   * Types as they stand in a declaration.
   *
   * @param example the declaration's value, which tells the currency of money
   */
  ValueTypes(ProductDraft product, Optional<Literal> example) {
    this.product = product;
    this.example = example;
  }

  @Override
  public Optional<ValueType> yesOrNo(YesOrNo yesOrNo) {
    return Optional.of(new ValueType.YesOrNo());
  }

  @Override
  public Optional<ValueType> count(Count count) {
    return Optional.of(new ValueType.Count());
  }

  @Override
  public Optional<ValueType> money(Money money) {
    Optional<Name> currency =
        example
            .filter(literal -> literal instanceof Literal.Number)
            .flatMap(literal -> ((Literal.Number) literal).quantity().unit())
            .filter(unit -> Units.isCurrency(unit.text()));
    if (currency.isEmpty()) {
      product
          .findings()
          .add(
              Diagnostic.of(DiagnosticCode.UNIT_NOT_SAID, money.span(), "`money` names no currency")
                  .withHint("say the currency instead, such as `USD`"));
    }
    return currency.map(name -> new ValueType.Quantity(Unit.money(name.text())));
  }

  @Override
  public Optional<ValueType> date(Date date) {
    return Optional.of(new ValueType.Date());
  }

  @Override
  public Optional<ValueType> zone(Zone zone) {
    return Optional.of(new ValueType.Zone());
  }

  @Override
  public Optional<ValueType> percent(Percent percent) {
    return Optional.of(new ValueType.Percent());
  }

  @Override
  public Optional<ValueType> freeText(FreeText freeText) {
    return Optional.of(new ValueType.Text());
  }

  @Override
  public Optional<ValueType> oneOf(OneOf oneOf) {
    Map<String, Name> choices = new LinkedHashMap<>();
    for (Name choice : oneOf.choices()) {
      Name first = choices.putIfAbsent(choice.text(), choice);
      if (first != null) {
        product.findings().add(Names.declaredTwice(choice.text(), choice.span(), first.span()));
      }
    }
    return Optional.of(new ValueType.OneOf(List.copyOf(choices.keySet())));
  }

  @Override
  public Optional<ValueType> inUnit(InUnit inUnit) {
    List<Known> types = TYPES.stream().map(Known::builtIn).toList();
    return product.quantities.unit(inUnit.unit(), types).map(ValueType.Quantity::new);
  }
}
