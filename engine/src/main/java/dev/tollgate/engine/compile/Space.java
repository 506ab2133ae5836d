package dev.tollgate.engine.compile;

import dev.tollgate.engine.compare.Box;
import dev.tollgate.engine.compare.Domain;
import dev.tollgate.engine.compare.Region;
import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.Stretch;
import dev.tollgate.engine.policy.ValueSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which accounts, calls and times there can be in a product, as boxes. */
final class Space {

  /** Milliseconds since 1970. No fact can have a name with a blank in it. */
  static final Attribute TIME = Attribute.fact("the moment", true);

  private final ProductDraft product;
  private final Box accounts;

  Space(ProductDraft product) {
    this.product = product;
    this.accounts =
        Domain.ofAccounts(product.names()).intersect(Box.of(TIME, ValueSet.given(true)));
  }

  /** All accounts. */
  Box accounts() {
    return accounts;
  }

  /** Accounts of these editions. */
  Box accounts(Collection<String> editions) {
    return accounts.intersect(Box.of(Attribute.EDITION, ValueSet.words(editions)));
  }

  /** All calls of one name, by all accounts; keys and the channel are free. */
  Box calls(String call) {
    Map<Attribute, ValueSet> sides = new LinkedHashMap<>(accounts.sides());
    product
        .calls
        .look(call)
        .flatMap(Names.Entry::value)
        .ifPresent(
            found ->
                found
                    .parameters()
                    .values()
                    .forEach(each -> sides.put(attribute(each), side(each))));
    return new Box(sides);
  }

  private static Attribute attribute(ParameterDraft parameter) {
    return Attribute.parameter(parameter.name.text(), parameter.type().isNumber());
  }

  private static ValueSet side(ParameterDraft parameter) {
    boolean number = parameter.type().isNumber();
    ValueSet values = Domain.values(parameter.type());
    if (parameter.most().isPresent() && number) {
      values = values.intersect(ValueSet.between(0, parameter.most().getAsLong()));
    }
    return values.union(ValueSet.everything(number).minus(ValueSet.given(number)));
  }

  /** A stretch of time, its dates taken in the zone of the product. */
  Region during(Stretch stretch) {
    long from =
        stretch.from().map(bound -> bound.in(product.zone).toEpochMilli()).orElse(Long.MIN_VALUE);
    long until =
        stretch.until().map(bound -> bound.in(product.zone).toEpochMilli()).orElse(Long.MAX_VALUE);
    return Region.of(
        Box.of(TIME, ValueSet.between(from, stretch.until().isPresent() ? until - 1 : until)));
  }
}
