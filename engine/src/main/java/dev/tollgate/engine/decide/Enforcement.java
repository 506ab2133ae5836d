package dev.tollgate.engine.decide;

import dev.tollgate.engine.ledger.BilledBy;
import dev.tollgate.engine.ledger.CounterTerms;
import dev.tollgate.engine.policy.Beyond;
import dev.tollgate.engine.policy.Quota;
import dev.tollgate.engine.policy.Unit;
import dev.tollgate.engine.terms.Entitlement;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How far a quota is enforced under one clause about what happens beyond its limit, and what is
 * said where it ends.
 *
 * @param counter the terms under which the ledger judges
 */
record Enforcement(CounterTerms counter, Beyond.Denial denial) {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /**
   * @param policy hash of the policy whose terms they are
   */
  static Enforcement of(Beyond beyond, Entitlement terms, String policy) {
    long available = terms.available();
    if (beyond instanceof Beyond.Deny deny) {
      return new Enforcement(counter(terms, policy, available), deny.denial());
    }
    if (beyond instanceof Beyond.AllowUpTo allowUpTo) {
      BigDecimal whole = HUNDRED.add(allowUpTo.percent());
      return new Enforcement(
          counter(terms, policy, share(available, whole, RoundingMode.DOWN)), allowUpTo.then());
    }
    if (beyond instanceof Beyond.AllowAndReport) {
      return new Enforcement(counter(terms, policy, Unit.UNLIMITED), Beyond.Denial.PLAIN);
    }
    throw new IllegalStateException("unknown form of " + beyond);
  }

  /** When another clause of a quota may begin to apply, after a moment. */
  static Optional<Instant> nextChange(Quota quota, Instant at, ZoneId zone) {
    return quota.beyond().stream()
        .flatMap(
            beyond ->
                Stream.concat(beyond.during().from().stream(), beyond.during().until().stream()))
        .map(bound -> bound.in(zone))
        .filter(bound -> bound.isAfter(at))
        .min(Instant::compareTo);
  }

  /**
   * @param ceiling most steps that may be used in a window; {@link Unit#UNLIMITED} when all is let
   *     through
   */
  private static CounterTerms counter(Entitlement terms, String policy, long ceiling) {
    Quota quota = terms.quota();
    List<Long> warnAt =
        quota.warnAt().stream()
            .map(percent -> share(terms.available(), percent, RoundingMode.UP))
            .toList();
    return new CounterTerms(
        quota.window(),
        terms.zone(),
        terms.windowStart(),
        terms.available(),
        terms.included(),
        ceiling,
        terms
            .refill()
            .map(
                refill ->
                    new dev.tollgate.engine.ledger.Refill(refill.steps(), refill.perMillis())),
        terms
            .usedBilling()
            .map(billing -> new BilledBy(policy, billing.addOn().name(), billing.price())),
        warnAt);
  }

  /** A share of a limit in whole steps; of no limit, and where it cannot be counted, no limit. */
  private static long share(long limit, BigDecimal percent, RoundingMode rounding) {
    if (limit == Unit.UNLIMITED) {
      return limit;
    }
    BigDecimal share = BigDecimal.valueOf(limit).multiply(percent).divide(HUNDRED, 0, rounding);
    return share.min(BigDecimal.valueOf(Unit.UNLIMITED)).longValueExact();
  }
}
