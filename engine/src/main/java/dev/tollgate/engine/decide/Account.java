package dev.tollgate.engine.decide;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * An account that the service knows or knew, with everything it was and is planned to be.
 *
 * @param profiles without add-ons; empty from when it was deleted
 * @param addOns what was held, by name of the add-on
 * @param version grows with every change, from 1
 */
public record Account(
    String product,
    String id,
    Timeline<Optional<StatedProfile>> profiles,
    Timeline<Map<String, StatedHolding>> addOns,
    long version) {

  /** The profile without add-ons; empty before the first one, and from when it was deleted. */
  public Optional<StatedProfile> profileAt(Instant moment) {
    return profiles.at(moment).orElse(Optional.empty());
  }

  /** Profile and add-ons at a moment; empty where there is no profile. */
  public Optional<StatedProfile> at(Instant moment) {
    return profileAt(moment).map(profile -> profile.withAddOns(addOns.at(moment).orElse(Map.of())));
  }

  /** Whether it was deleted and has not come back. */
  public boolean isDeleted() {
    return profiles.last().filter(Optional::isEmpty).isPresent();
  }

  /** The same as if it had not been deleted; the add-ons are given up all the same. */
  public Account asItWas() {
    return isDeleted() ? new Account(product, id, profiles.withoutLast(), addOns, version) : this;
  }

  /** The same with an equal profile in the place of each. */
  Account withProfiles(UnaryOperator<Optional<StatedProfile>> equal) {
    return new Account(product, id, profiles.map(equal), addOns, version);
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
