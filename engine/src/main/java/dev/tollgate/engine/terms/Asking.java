package dev.tollgate.engine.terms;

import dev.tollgate.engine.policy.AddOn;
import dev.tollgate.engine.policy.CallCost;
import dev.tollgate.engine.policy.CallSet;
import dev.tollgate.engine.policy.Condition;
import dev.tollgate.engine.policy.Cost;
import dev.tollgate.engine.policy.Place;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Quota;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Everything that working out one quota looks at.
 *
 * @param selection what may apply
 * @param without an add-on to leave out of the sum, held or not; empty for none
 */
record Asking(
    Product product,
    Quota quota,
    ProfileReadings readings,
    Instant at,
    Selection selection,
    Optional<AddOn> without) {

  Profile profile() {
    return readings.profile();
  }

  ZoneId zone() {
    return profile().zoneIn(product);
  }

  Needs needs() {
    return new Needs(readings);
  }

  /** For amounts of the quota. */
  Arithmetic arithmetic(Needs needs) {
    return new Arithmetic(product, profile(), quota.unit(), needs);
  }

  /** What calls cost in a version that prices none. */
  CallCost oneForEachCall(Place place) {
    Set<String> all =
        product.calls().stream().map(Product.Call::name).collect(Collectors.toUnmodifiableSet());
    Cost one = new Cost.Constant(quota.unit().steps(BigDecimal.ONE));
    return new CallCost(new CallSet(all, true), Condition.ALWAYS, one, "any call costs 1", place);
  }
}
