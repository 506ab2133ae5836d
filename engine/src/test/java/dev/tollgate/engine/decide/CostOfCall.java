package dev.tollgate.engine.decide;

import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Quota;
import dev.tollgate.engine.policy.Value;
import dev.tollgate.engine.terms.Entitlement;
import dev.tollgate.engine.terms.Profile;
import dev.tollgate.engine.terms.ProfileReadings;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one call is charged, the way a decision works it out.
 *
 * @param parts the calls inside a composite, of which the keys and the channel say nothing
 */
public record CostOfCall(
    Product product,
    Profile profile,
    String call,
    Map<String, Value> params,
    Map<String, String> keys,
    Optional<String> channel,
    List<CostOfCall> parts) {

  /**
   * In steps of the quota's unit; 0 where it is not counted.
   *
   * @return empty where the call is refused
   */
  public Optional<Long> in(Quota quota, Entitlement terms) {
    Problems problems = new Problems();
    CallReadings readings =
        new CallReadings(new ProfileReadings(product, profile), read(), keys, channel);
    Costed costed = new CostTable(terms, false, new Findings(product, true, problems)).of(readings);
    return problems.none() ? Optional.of(costed.steps()) : Optional.empty();
  }

  private ReadCall read() {
    List<ReadCall> inside = parts.stream().map(CostOfCall::read).toList();
    return new ReadCall(call, product.call(call), params, inside, "");
  }
}
