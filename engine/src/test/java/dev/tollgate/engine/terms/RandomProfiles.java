package dev.tollgate.engine.terms;

import dev.tollgate.engine.policy.AddOn;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Value;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Accounts made up for a {@link RandomPolicy}, from the same stocks and the same seed. */
final class RandomProfiles {

  private final RandomPolicy policy;

  RandomProfiles(RandomPolicy policy) {
    this.policy = policy;
  }

  /** An account of which some things are unknown. */
  Profile any() {
    Map<String, Value> facts = new HashMap<>();
    RandomPolicy.WORD_FACTS.keySet().forEach(fact -> stateWord(fact, facts));
    RandomPolicy.NUMBER_FACTS.forEach(fact -> stateNumber(fact, facts));
    Map<String, Holding> addOns = new HashMap<>();
    for (AddOn addOn : policy.product.addOns()) {
      if (policy.chance(60)) {
        Holding.Mode mode = policy.chance(50) ? Holding.Mode.BOUGHT : Holding.Mode.USED;
        addOns.put(addOn.name(), new Holding(mode, policy.random.nextInt(3) * 25L));
      }
    }
    return new Profile(
        Optional.of(policy.oneOf(RandomPolicy.ACCOUNTS)),
        policy.oneOf(RandomPolicy.EDITIONS),
        Map.of("user", (long) policy.random.nextInt(12)),
        facts,
        policy.chance(60) ? Optional.of(LocalDate.parse(policy.date())) : Optional.empty(),
        policy.chance(50)
            ? Optional.of(ZoneId.of(policy.oneOf(RandomPolicy.ZONES)))
            : Optional.empty(),
        addOns);
  }

  private void stateWord(String fact, Map<String, Value> facts) {
    if (policy.chance(60)) {
      facts.put(fact, Value.word(policy.oneOf(RandomPolicy.WORDS)));
    }
  }

  private void stateNumber(String fact, Map<String, Value> facts) {
    if (policy.chance(60)) {
      facts.put(fact, Value.number(policy.random.nextInt(120)));
    }
  }

  /**
   * The same account with some value for everything that has neither a value nor an assumed one.
   */
  Profile completed(Profile profile) {
    Map<String, Value> facts = new HashMap<>(profile.facts());
    RandomPolicy.WORD_FACTS.forEach(
        (fact, assumed) -> {
          if (!assumed) {
            facts.putIfAbsent(fact, Value.word(policy.oneOf(RandomPolicy.WORDS)));
          }
        });
    facts.putIfAbsent("size", Value.number(policy.random.nextInt(120)));
    return with(
        profile, facts, profile.signedUp().or(() -> Optional.of(LocalDate.parse(policy.date()))));
  }

  /** The same account with another value stated for an assumed fact. */
  Profile stating(Profile profile, Product.Fact assumed) {
    Map<String, Value> facts = new HashMap<>(profile.facts());
    if (assumed.type().isNumber()) {
      facts.put(assumed.name(), Value.number(policy.random.nextInt(120)));
    } else {
      facts.put(assumed.name(), Value.word(policy.oneOf(RandomPolicy.WORDS)));
    }
    return with(profile, facts, profile.signedUp());
  }

  private static Profile with(
      Profile profile, Map<String, Value> facts, Optional<LocalDate> signedUp) {
    return new Profile(
        profile.account(),
        profile.edition(),
        profile.seats(),
        facts,
        signedUp,
        profile.zone(),
        profile.addOns());
  }
}
