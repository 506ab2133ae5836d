package dev.tollgate.engine.decide;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * An account that the service knows, with everything it was and is planned to be.
 *
 * @param profiles without add-ons
 * @param addOns what was held, by name of the add-on
 * @param version grows with every change, from 1
 */
public record Account(
    String product,
    String id,
    Timeline<StatedProfile> profiles,
    Timeline<Map<String, StatedHolding>> addOns,
    long version) {

  /** Profile and add-ons at a moment; empty before the account's first profile. */
  public Optional<StatedProfile> at(Instant moment) {
    return profiles
        .at(moment)
        .map(profile -> profile.withAddOns(addOns.at(moment).orElse(Map.of())));
  }

  /** When the profile or the add-ons change next, as far as it is planned. */
  public Optional<Instant> nextChangeAfter(Instant moment) {
    Optional<Instant> profile = profiles.nextAfter(moment);
    Optional<Instant> addOn = addOns.nextAfter(moment);
    if (profile.isPresent() && addOn.isPresent()) {
      return profile.get().isBefore(addOn.get()) ? profile : addOn;
    }
    return profile.or(() -> addOn);
  }
}
