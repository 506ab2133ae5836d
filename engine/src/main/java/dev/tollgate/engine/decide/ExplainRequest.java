package dev.tollgate.engine.decide;

import java.time.Instant;
import java.util.Optional;

/**
 * Asks where an account's terms come from.
 *
 * @param quota one quota alone, with the add-ons that act on it; empty for all of the product
 * @param at as of this moment instead of now
 */
public record ExplainRequest(
    String product, Asker account, Optional<String> quota, Optional<Instant> at) {

  public static ExplainRequest of(String product, Asker account) {
    return new ExplainRequest(product, account, Optional.empty(), Optional.empty());
  }

  public ExplainRequest withAt(Instant moment) {
    return new ExplainRequest(product, account, quota, Optional.of(moment));
  }
}
