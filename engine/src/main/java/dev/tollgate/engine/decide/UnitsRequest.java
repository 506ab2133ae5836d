package dev.tollgate.engine.decide;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * Units to be consumed outright, without a call that would say what they are for: a correction, or
 * a test of the language.
 *
 * @param units in each quota's unit, from 0, by quota; at least one
 * @param keys values of declared keys, by name
 * @param requestId makes a retry safe, as for a {@link CallRequest}
 */
public record UnitsRequest(
    String product,
    String account,
    Map<String, BigDecimal> units,
    Map<String, String> keys,
    Optional<String> requestId,
    String fingerprint) {

  public UnitsRequest {
    units = Ordered.copyOf(units);
    keys = Ordered.copyOf(keys);
  }

  public static UnitsRequest of(String product, String account, Map<String, BigDecimal> units) {
    return new UnitsRequest(product, account, units, Map.of(), Optional.empty(), "");
  }
}
