package dev.tollgate.engine.impact;

import dev.tollgate.engine.compare.AllotmentTerms;
import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Where each thing that is said of an account of one product stands, as one policy has it. */
final class Slots {

  private final Map<Attribute, Integer> positions = new LinkedHashMap<>();
  private final Values nothing;

  Slots(Product product) {
    add(Attribute.SIGNED_UP);
    product.seats().forEach(seat -> add(Attribute.seat(seat.name())));
    product.addOns().forEach(addOn -> add(AllotmentTerms.held(addOn.name())));
    product.facts().forEach(fact -> add(Attribute.fact(fact.name(), fact.type().isNumber())));
    this.nothing = new Values(positions.size());
    product.seats().forEach(seat -> nothing.set(of(Attribute.seat(seat.name())), 0));
    product.addOns().forEach(addOn -> nothing.set(of(AllotmentTerms.held(addOn.name())), 0));
    for (Product.Fact fact : product.facts()) {
      Optional<Value> assumed = fact.unlessStated();
      int position = of(Attribute.fact(fact.name(), fact.type().isNumber()));
      assumed.ifPresent(value -> nothing.set(position, value));
    }
  }

  private void add(Attribute attribute) {
    positions.put(attribute, positions.size());
  }

  Map<Attribute, Integer> positions() {
    return positions;
  }

  int of(Attribute attribute) {
    return positions.get(attribute);
  }

  /** What an account is of which nothing is said. Copied from, never changed. */
  Values nothing() {
    return nothing;
  }
}
