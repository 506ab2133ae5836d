package dev.tollgate.engine.decide;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * A goodwill credit or a correction of what an account has used.
 *
 * @param amount in the quota's unit, not 0: more than 0 gives back units that are used now, less
 *     consumes now, whether there is room or not
 * @param keys which of the quota's counters, where it is counted per keys
 * @param reason why, for whoever looks at it later
 * @param requestId makes a retry safe, within product and account, for 24 hours
 * @param fingerprint equal for two requests exactly when their bodies are equal as JSON values
 */
public record AdjustmentRequest(
    String product,
    String account,
    String quota,
    BigDecimal amount,
    Map<String, String> keys,
    String reason,
    Optional<String> requestId,
    String fingerprint) {

  public AdjustmentRequest {
    keys = Ordered.copyOf(keys);
  }
}
