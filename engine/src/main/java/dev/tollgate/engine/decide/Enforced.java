package dev.tollgate.engine.decide;

import dev.tollgate.engine.ledger.CounterKey;
import dev.tollgate.engine.policy.Beyond;
import dev.tollgate.engine.policy.Condition.Truth;
import dev.tollgate.engine.policy.Quota;
import dev.tollgate.engine.terms.Entitlement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What of an entitlement no call changes, as calls are judged by it.
 *
 * @param beyond one for each of the quota's clauses about what happens beyond the limit
 */
record Enforced(Entitlement terms, List<Enforcement> beyond) {

  /** Whose counters a profile without an account has: nobody's, so nothing is used in them. */
  private static final String STATED_PROFILE = "(stated in the request)";

  static Enforced of(Entitlement terms, String policy) {
    return new Enforced(
        terms,
        terms.quota().beyond().stream()
            .map(clause -> Enforcement.of(clause, terms, policy))
            .toList());
  }

  /** The counter of an account for the values of the quota's keys. */
  CounterKey key(Optional<String> account, List<String> values) {
    Quota quota = terms.quota();
    String whose = quota.scope().perAccount() ? account.orElse(STATED_PROFILE) : "";
    return new CounterKey(quota.product(), quota.was().orElse(quota.name()), whose, values);
  }

  /** The first clause that applies to a call decides. */
  Enforcement enforcement(CallReadings readings, Instant at, Findings findings) {
    Quota quota = terms.quota();
    for (int i = 0; i < beyond.size(); i++) {
      Beyond clause = quota.beyond().get(i);
      if (clause.during().contains(at, terms.zone())
          && findings.judge(quota, clause.when(), readings) != Truth.FALSE) {
        return beyond.get(i);
      }
    }
    throw new IllegalStateException(quota.id() + " does not say what happens beyond its limit");
  }
}
