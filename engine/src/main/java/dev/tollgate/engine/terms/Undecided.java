package dev.tollgate.engine.terms;

import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.Quota;
import java.time.Instant;
import java.util.List;

/**
 * The terms depend on something that nobody stated.
 *
 * @param missing facts of the account, or the day it signed up, whose value can change the terms;
 *     never empty, each once
 */
public record Undecided(Quota quota, List<Attribute> missing, Instant validUntil)
    implements Resolved {

  public Undecided {
    missing = List.copyOf(missing);
    if (missing.isEmpty()) {
      throw new IllegalArgumentException(quota.id() + " is undecided for no reason");
    }
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitUndecided(this);
  }
}
