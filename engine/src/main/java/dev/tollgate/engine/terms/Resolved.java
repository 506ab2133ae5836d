package dev.tollgate.engine.terms;

import dev.tollgate.engine.policy.Quota;
import java.time.Instant;

/** What a policy comes to for one account, one quota and one moment. */
public sealed interface Resolved permits Entitlement, Undecided, NotInForce {

  Quota quota();

  /**
   * Until when this holds for the same profile and policy, excluded; {@link Instant#MAX} when no
   * date changes it.
   */
  Instant validUntil();

  <R> R accept(Visitor<R> visitor);

  /** One method for each outcome. */
  interface Visitor<R> {
    R visitEntitlement(Entitlement entitlement);

    R visitUndecided(Undecided undecided);

    R visitNotInForce(NotInForce notInForce);
  }
}
