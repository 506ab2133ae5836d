package dev.tollgate.engine.decide;

import dev.tollgate.engine.terms.Profile;
import dev.tollgate.engine.terms.Resolved;
import java.time.Instant;
import java.util.List;

/**
 * The terms of one account at a moment.
 *
 * @param quotas one for each quota of the product, in the order of the policy
 * @param until when profile or terms may change next, exclusive; {@link Instant#MAX} for never
 */
record TermsAt(Profile profile, List<Resolved> quotas, Instant until) {

  TermsAt {
    quotas = List.copyOf(quotas);
  }
}
