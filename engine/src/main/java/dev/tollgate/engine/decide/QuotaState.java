package dev.tollgate.engine.decide;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How one quota stands for one account. All amounts are in the quota's unit.
 *
 * @param unit name of the unit
 * @param keys which of its counters, by key; empty for a quota per account
 * @param limit what may be consumed in a window; empty when there is no limit
 * @param included the part of the limit that is not billed; empty when there is no limit
 * @param used what was consumed and has not come back; empty for a moment in the past
 * @param remaining what is left, never below 0; empty when there is no limit, or for the past
 * @param window as the policy's author wrote it
 * @param nextReturn when units come back next; empty when none are out or nobody can know
 * @param counted whether this decision judged and counts in the quota
 * @param beyond units of this call that lie above the limit and were let through
 * @param warned thresholds in percent that this decision crossed, ascending
 */
public record QuotaState(
    String quota,
    String unit,
    Map<String, String> keys,
    Optional<BigDecimal> limit,
    Optional<BigDecimal> included,
    Optional<BigDecimal> used,
    Optional<BigDecimal> remaining,
    String window,
    Optional<NextReturn> nextReturn,
    boolean counted,
    Optional<BigDecimal> beyond,
    List<BigDecimal> warned) {

  public QuotaState {
    keys = Ordered.copyOf(keys);
    warned = List.copyOf(warned);
  }
}
