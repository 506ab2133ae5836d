package dev.tollgate.engine.terms;

import dev.tollgate.engine.policy.Quota;
import java.time.Instant;

/** No version of the quota covers the moment: it limits nothing then, and counts nothing. */
public record NotInForce(Quota quota, Instant validUntil) implements Resolved {

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitNotInForce(this);
  }
}
