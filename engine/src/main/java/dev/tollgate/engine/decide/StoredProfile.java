package dev.tollgate.engine.decide;

import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.terms.Profile;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads a profile that was stored under an earlier policy. */
public final class StoredProfile {

  private StoredProfile() {}

  /**
   * The profile. Seats, facts and add-ons that the policy does not know any more are passed over.
   *
   * @throws InvalidRequest if anything else cannot be read
   */
  public static Profile read(Product product, String account, StatedProfile stored) {
    StatedProfile known =
        new StatedProfile(
            stored.edition(),
            keep(stored.seats(), name -> product.seat(name).isPresent()),
            keep(stored.facts(), name -> product.fact(name).isPresent()),
            stored.signedUp(),
            stored.zone(),
            keep(stored.addOns(), name -> product.addOn(name).isPresent()));
    Problems problems = new Problems();
    Profile profile =
        new ProfileReader(product, problems).read(Optional.of(account), known, "/account");
    problems.throwIfAny();
    return profile;
  }

  private static <V> Map<String, V> keep(Map<String, V> stated, Predicate<String> known) {
    if (stated.keySet().stream().allMatch(known)) {
      return stated;
    }
    Map<String, V> kept = new LinkedHashMap<>(stated);
    kept.keySet().removeIf(known.negate());
    return kept;
  }
}
