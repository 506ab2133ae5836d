package dev.tollgate.engine.decide;

import dev.tollgate.engine.terms.Entitlement;
import dev.tollgate.engine.terms.Profile;
import dev.tollgate.engine.terms.ProfileReadings;
import dev.tollgate.engine.terms.Resolved;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The terms of whoever has one profile, for a stretch of time. Immutable. */
final class ProfileTerms {

  private final ProfileReadings readings;
  private final List<Resolved> quotas;
  private final Map<String, Enforced> enforced;
  private final Instant from;
  private final Instant until;

  /**
   * @param policy hash of the policy whose terms they are
   * @param quotas one for each quota of the product, in the order of the policy
   * @param from the moment that was asked about
   */
  ProfileTerms(String policy, ProfileReadings readings, List<Resolved> quotas, Instant from) {
    this.readings = readings;
    this.quotas = List.copyOf(quotas);
    this.from = from;
    Map<String, Enforced> entitled = new HashMap<>();
    Instant end = Instant.MAX;
    for (Resolved resolved : quotas) {
      end = resolved.validUntil().isBefore(end) ? resolved.validUntil() : end;
      if (resolved instanceof Entitlement entitlement) {
        entitled.put(resolved.quota().name(), Enforced.of(entitlement, policy));
      }
    }
    this.enforced = Map.copyOf(entitled);
    this.until = end;
  }

  /** That of an account only where a contract names it. */
  Profile profile() {
    return readings.profile();
  }

  ProfileReadings readings() {
    return readings;
  }

  List<Resolved> quotas() {
    return quotas;
  }

  /** How one of the entitlements is enforced. */
  Enforced enforced(Entitlement entitlement) {
    return enforced.get(entitlement.quota().name());
  }

  /** When they may change next, exclusive; {@link Instant#MAX} for never. */
  Instant until() {
    return until;
  }

  /** Whether they are the terms of this moment too. */
  boolean holds(Instant at) {
    return !at.isBefore(from) && at.isBefore(until);
  }
}
