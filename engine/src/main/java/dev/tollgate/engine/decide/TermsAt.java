package dev.tollgate.engine.decide;

import dev.tollgate.engine.terms.Entitlement;
import dev.tollgate.engine.terms.Profile;
import dev.tollgate.engine.terms.ProfileReadings;
import dev.tollgate.engine.terms.Resolved;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The terms of one account for a stretch of time, with what some requests came to under them. Safe
 * for use by many threads.
 */
final class TermsAt {

  /**
   * Requests that are remembered at once: an account has few calls that it makes again and again.
   */
  private static final int MOST_PRICED = 4;

  private final ProfileTerms terms;
  private final Instant from;
  private final Instant until;
  private volatile List<Priced> priced = List.of();

  /**
   * @param terms of the account's profile
   * @param from the moment that was asked about
   * @param change when the account's profile changes next, as far as it is planned, exclusive
   */
  TermsAt(ProfileTerms terms, Instant from, Optional<Instant> change) {
    this.terms = terms;
    this.from = from;
    this.until = change.filter(terms.until()::isAfter).orElse(terms.until());
  }

  /** That of the account as far as terms depend on it: its id only where a contract names it. */
  Profile profile() {
    return terms.profile();
  }

  ProfileReadings readings() {
    return terms.readings();
  }

  /** One for each quota of the product, in the order of the policy. */
  List<Resolved> quotas() {
    return terms.quotas();
  }

  /** How one of the entitlements is enforced. */
  Enforced enforced(Entitlement entitlement) {
    return terms.enforced(entitlement);
  }

  /** When profile or terms may change next, exclusive; {@link Instant#MAX} for never. */
  Instant until() {
    return until;
  }

  /** Whether they are the terms of this moment too, and every request comes to the same. */
  boolean holds(Instant at) {
    return !at.isBefore(from) && at.isBefore(until);
  }

  /** What a request comes to, where that is remembered. */
  Optional<Priced> priced(CallRequest request) {
    List<Priced> known = priced;
    for (int i = 0; i < known.size(); i++) {
      if (known.get(i).isOf(request)) {
        return Optional.of(known.get(i));
      }
    }
    return Optional.empty();
  }

  /** Remembers what requests come to that are made again. */
  void remember(Priced request) {
    List<Priced> more = new ArrayList<>(priced.size() < MOST_PRICED ? priced : List.of());
    more.add(request);
    priced = List.copyOf(more);
  }
}
