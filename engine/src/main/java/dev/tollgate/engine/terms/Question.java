package dev.tollgate.engine.terms;

import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.Condition;
import dev.tollgate.engine.policy.Condition.Truth;
import dev.tollgate.engine.policy.Stretch;
import java.time.Instant;
import java.time.ZoneId;

/**
 * The one fact that rules look at: who asks, and about which moment.
 *
 * <p>It speaks of what the account has stated. Where the policy assumes a value, clauses that the
 * value decides are selected all the same, so that a receipt can say that it was assumed.
 */
final class Question {

  private final Profile profile;
  private final Condition.Readings stated;
  private final Instant at;
  private final ZoneId zone;

  Question(ProfileReadings readings, Instant at) {
    this.profile = readings.profile();
    this.stated = readings.stated();
    this.at = at;
    this.zone = profile.zoneIn(readings.product());
  }

  String edition() {
    return profile.edition();
  }

  /** Whether a fact is stated. */
  boolean states(Attribute fact) {
    return stated.read(fact) instanceof Condition.Reading.Known;
  }

  /** The word that is stated of a fact; the empty one also where none is. */
  String stated(Attribute fact) {
    return stated.read(fact) instanceof Condition.Reading.Known known
        ? known.value().toString()
        : "";
  }

  /** Whether the moment lies in the stretch, in the account's zone. */
  boolean during(Stretch stretch) {
    return stretch.contains(at, zone);
  }

  /** Whether the condition holds, or would with some value of what is not stated. */
  boolean mayHold(Condition condition) {
    return condition.judge(stated) != Truth.FALSE;
  }

  /** Whether some of the add-on is held. */
  boolean holds(String addOn) {
    Holding holding = profile.addOns().get(addOn);
    return holding != null && holding.amount() > 0;
  }
}
