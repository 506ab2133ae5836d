package dev.tollgate.engine.compile;

import dev.tollgate.engine.compare.AllotmentTerms;
import dev.tollgate.engine.compare.Box;
import dev.tollgate.engine.compare.CostTerms;
import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Value;
import dev.tollgate.engine.policy.ValueSet;
import dev.tollgate.engine.policy.ValueType;
import dev.tollgate.grammar.tree.Name;
import dev.tollgate.grammar.tree.Quantifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whom and what a claim is about: what it says that varies, varies; an account states nothing else.
 * A fact that has no value to assume may have any.
 */
final class Asserted implements Quantifier.Visitor<Boolean> {

  private final Product product;
  private final Set<Attribute> varying = new LinkedHashSet<>();
  private final Map<Attribute, ValueSet> sides = new LinkedHashMap<>();

  Asserted(Product product, Quantifier over) {
    this.product = product;
    for (Product.Seat seat : product.seats()) {
      sides.put(Attribute.seat(seat.name()), ValueSet.number(0));
    }
    product
        .addOns()
        .forEach(addOn -> sides.put(AllotmentTerms.held(addOn.name()), ValueSet.number(0)));
    product.facts().forEach(this::assume);
    for (Product.Call call : product.calls()) {
      call.parameters()
          .values()
          .forEach(
              parameter ->
                  sides.put(CostTerms.attribute(parameter), absent(parameter.type().isNumber())));
    }
    product.keys().forEach(key -> sides.put(Attribute.key(key), absent(false)));
    sides.put(Attribute.CHANNEL, absent(false));
    over.accept(this);
  }

  private static ValueSet absent(boolean number) {
    return ValueSet.everything(number).minus(ValueSet.given(number));
  }

  private void assume(Product.Fact fact) {
    fact.unlessStated().ifPresent(value -> sides.put(attribute(fact), only(value)));
  }

  private static Attribute attribute(Product.Fact fact) {
    return Attribute.fact(fact.name(), fact.type().isNumber());
  }

  private static ValueSet only(Value value) {
    return value instanceof Value.Number number
        ? ValueSet.number(number.steps())
        : ValueSet.words(List.of(value.toString()));
  }

  /** All accounts and calls that are meant. */
  Box box() {
    return new Box(sides);
  }

  /** Numbers that vary, in the order of the text. */
  List<Attribute> numbers() {
    return new ArrayList<>(varying);
  }

  private void vary(Attribute attribute, ValueSet values) {
    sides.put(attribute, values);
    if (attribute.number()) {
      varying.add(attribute);
    }
  }

  @Override
  public Boolean nothing(Quantifier.Nothing nothing) {
    return true;
  }

  @Override
  public Boolean seats(Quantifier.Seats seats) {
    for (Name name : seats.seats()) {
      String seat = product.seat(name.text()).orElseThrow().name();
      vary(Attribute.seat(seat), ValueSet.between(0, Long.MAX_VALUE));
    }
    return true;
  }

  @Override
  public Boolean bought(Quantifier.Bought bought) {
    String addOn = bought.addOn().text();
    long most =
        bought
            .upTo()
            .map(amount -> product.addOn(addOn).orElseThrow().unit().steps(amount.value()))
            .orElse(Long.MAX_VALUE);
    vary(AllotmentTerms.held(addOn), ValueSet.between(0, most));
    return true;
  }

  /** A name may be a parameter of some calls, a fact, or both. */
  @Override
  public Boolean parameters(Quantifier.Parameters parameters) {
    for (Name name : parameters.parameters()) {
      product.calls().stream()
          .flatMap(call -> call.parameters().values().stream())
          .filter(parameter -> parameter.name().equals(name.text()))
          .forEach(parameter -> vary(CostTerms.attribute(parameter), given(parameter.type())));
      product.fact(name.text()).ifPresent(fact -> vary(attribute(fact), given(fact.type())));
    }
    return true;
  }

  private static ValueSet given(ValueType type) {
    return type.isNumber() ? ValueSet.between(0, Long.MAX_VALUE) : ValueSet.given(false);
  }
}
