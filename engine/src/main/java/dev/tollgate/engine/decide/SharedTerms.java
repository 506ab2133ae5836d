package dev.tollgate.engine.decide;

import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.terms.Profile;
import dev.tollgate.engine.terms.ProfileReadings;
import dev.tollgate.engine.terms.Resolver;
import java.time.Instant;
import java.util.Optional;

/**
 * Works out the terms of one policy. Those of now are remembered for everybody with the same
 * profile: of many accounts, few differ in what a policy asks for. Safe for use by many threads.
 */
final class SharedTerms {

  private static final int REMEMBERED = 10_000;

  private record Key(String product, Profile profile) {}

  private final Resolver resolver;
  private final String policy;
  private final Recent<Key, ProfileTerms> recent = new Recent<>(REMEMBERED);

  /**
   * @param policy hash of the policy
   */
  SharedTerms(Resolver resolver, String policy) {
    this.resolver = resolver;
    this.policy = policy;
  }

  /** The terms of a moment that most others ask about too, such as this one. */
  ProfileTerms now(Product product, Profile profile, Instant at) {
    Profile shared = resolver.shared(product, profile);
    if (shared.account().isPresent()) {
      return at(product, profile, at);
    }
    Key key = new Key(product.name(), shared);
    Optional<ProfileTerms> known = recent.find(key);
    if (known.isPresent() && known.get().holds(at)) {
      return known.get();
    }
    ProfileTerms worked = at(product, shared, at);
    recent.remember(key, worked);
    return worked;
  }

  /** The terms of any moment. */
  ProfileTerms at(Product product, Profile profile, Instant at) {
    ProfileReadings readings = new ProfileReadings(product, profile);
    return new ProfileTerms(policy, readings, resolver.resolve(product, profile, at), at);
  }
}
