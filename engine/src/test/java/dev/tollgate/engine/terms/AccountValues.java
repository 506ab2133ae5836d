package dev.tollgate.engine.terms;

import dev.tollgate.engine.compare.AllotmentTerms;
import dev.tollgate.engine.compare.Box;
import dev.tollgate.engine.policy.AddOn;
import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What an account of which all is known is, attribute by attribute. */
final class AccountValues {

  private AccountValues() {}

  /** Where dates begin for it as they do for the product. */
  static Profile inZoneOfProduct(Profile profile) {
    return new Profile(
        profile.account(),
        profile.edition(),
        profile.seats(),
        profile.facts(),
        profile.signedUp(),
        Optional.empty(),
        profile.addOns());
  }

  static Map<Attribute, Value> of(Product product, Profile profile) {
    Map<Attribute, Value> values = new HashMap<>();
    values.put(Attribute.EDITION, Value.word(profile.edition()));
    values.put(Attribute.SIGNED_UP, Value.number(profile.signedUp().orElseThrow().toEpochDay()));
    for (Product.Seat seat : product.seats()) {
      values.put(
          Attribute.seat(seat.name()), Value.number(profile.seats().getOrDefault(seat.name(), 0L)));
    }
    for (Product.Fact fact : product.facts()) {
      values.put(
          Attribute.fact(fact.name(), fact.type().isNumber()),
          Optional.ofNullable(profile.facts().get(fact.name()))
              .or(fact::unlessStated)
              .orElseThrow());
    }
    for (AddOn addOn : product.addOns()) {
      Holding held =
          profile.addOns().getOrDefault(addOn.name(), new Holding(Holding.Mode.BOUGHT, 0));
      values.put(AllotmentTerms.held(addOn.name()), Value.number(held.amount()));
    }
    return values;
  }

  static Map<Attribute, Long> numbers(Map<Attribute, Value> values) {
    Map<Attribute, Long> numbers = new HashMap<>();
    values.forEach(
        (attribute, value) -> {
          if (value instanceof Value.Number number) {
            numbers.put(attribute, number.steps());
          }
        });
    return numbers;
  }

  static boolean contains(Box box, Map<Attribute, Value> values) {
    return box.sides().entrySet().stream()
        .allMatch(side -> side.getValue().contains(values.get(side.getKey())));
  }
}
