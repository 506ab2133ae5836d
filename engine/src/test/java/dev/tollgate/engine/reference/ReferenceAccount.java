package dev.tollgate.engine.reference;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * An account of a random policy, with everything stated.
 *
 * @param facts Boolean, BigDecimal or String
 * @param bought units of an add-on, by name
 * @param usedLimits most units of an add-on that is billed as used, by name
 */
record ReferenceAccount(
    String id,
    String edition,
    Map<String, Long> seats,
    Map<String, Object> facts,
    LocalDate signedUp,
    Optional<ZoneId> zone,
    Map<String, BigDecimal> bought,
    Map<String, BigDecimal> usedLimits) {

  Optional<BigDecimal> held(String addOn) {
    return Optional.ofNullable(bought.getOrDefault(addOn, usedLimits.get(addOn)));
  }

  ReferenceAccount in(String other) {
    return new ReferenceAccount(id, other, seats, facts, signedUp, zone, bought, usedLimits);
  }

  /** The same account without add-ons. */
  ReferenceAccount bare() {
    return new ReferenceAccount(id, edition, seats, facts, signedUp, zone, Map.of(), Map.of());
  }
}
