package dev.tollgate.engine.coverage;

import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Value;
import dev.tollgate.engine.policy.ValueType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An account of a draft, and what its calls are like.
 *
 * @param values of attributes that matter; of parameters, keys and the channel those of its calls
 * @param id of the account, where a contract is about it
 */
record Person(Product product, Map<Attribute, Value> values, Optional<String> id) {

  Person {
    values = Map.copyOf(values);
  }

  Person with(Attribute attribute, Value value) {
    Map<Attribute, Value> more = new LinkedHashMap<>(values);
    more.put(attribute, value);
    return new Person(product, more, id);
  }

  Person called(String account) {
    return new Person(product, values, Optional.of(account));
  }

  Optional<Value> value(Attribute attribute) {
    return Optional.ofNullable(values.get(attribute));
  }

  /** The line of a test that says whom it is about; none where there is nothing to say. */
  List<String> line() {
    List<String> items = new ArrayList<>();
    value(Attribute.EDITION)
        .map(Value::toString)
        .filter(edition -> !edition.isEmpty())
        .ifPresent(items::add);
    for (Product.Seat seat : product.seats()) {
      value(Attribute.seat(seat.name()))
          .map(number -> Literals.of(new ValueType.Count(), number))
          .ifPresent(number -> items.add(number + " " + seat.plural()));
    }
    value(Attribute.SIGNED_UP)
        .map(date -> Literals.of(new ValueType.Date(), date))
        .ifPresent(date -> items.add("signed up " + date));
    for (Product.Fact fact : product.facts()) {
      value(Attribute.fact(fact.name(), fact.type().isNumber()))
          .map(value -> Literals.of(fact.type(), value))
          .ifPresent(value -> items.add(fact.name() + " is " + value));
    }
    id.ifPresent(account -> items.add("id \"" + account + "\""));
    return items.isEmpty() ? List.of() : List.of("account  " + String.join(", ", items));
  }
}
