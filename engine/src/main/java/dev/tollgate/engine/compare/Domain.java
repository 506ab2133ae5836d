package dev.tollgate.engine.compare;

import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.ValueSet;
import dev.tollgate.engine.policy.ValueType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the attributes of an account can be in a product, for examples that exist. */
public final class Domain {

  private Domain() {}

  /**
   * A side for everything an account has: its edition is one of the product's (the empty word where
   * the product has none), seats are counted from 0, facts are as their types say. Parameters, keys
   * and the channel stay free: they depend on the call.
   */
  public static Box ofAccounts(Product product) {
    Map<Attribute, ValueSet> sides = new LinkedHashMap<>();
    List<String> editions = product.editions().stream().map(Product.Edition::name).toList();
    sides.put(Attribute.EDITION, ValueSet.words(editions.isEmpty() ? List.of("") : editions));
    sides.put(Attribute.SIGNED_UP, ValueSet.given(true));
    for (Product.Seat seat : product.seats()) {
      sides.put(Attribute.seat(seat.name()), ValueSet.between(0, Long.MAX_VALUE));
    }
    for (Product.Fact fact : product.facts()) {
      sides.put(Attribute.fact(fact.name(), fact.type().isNumber()), values(fact.type()));
    }
    return new Box(sides);
  }

  /** The values of a type, all of them given. */
  public static ValueSet values(ValueType type) {
    if (type instanceof ValueType.YesOrNo) {
      return ValueSet.words(List.of("yes", "no"));
    }
    if (type instanceof ValueType.OneOf oneOf) {
      return ValueSet.words(oneOf.choices());
    }
    boolean fromZero = type.isNumber() && !(type instanceof ValueType.Date);
    return fromZero ? ValueSet.between(0, Long.MAX_VALUE) : ValueSet.given(type.isNumber());
  }
}
