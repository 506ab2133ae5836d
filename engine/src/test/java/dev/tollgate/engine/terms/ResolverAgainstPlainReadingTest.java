package dev.tollgate.engine.terms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.engine.policy.CallCost;
import dev.tollgate.engine.policy.Condition;
import dev.tollgate.engine.policy.Condition.Reading;
import dev.tollgate.engine.policy.Product;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Random policies, accounts and moments: what rules select and arithmetic adds up must be what a
 * plain reading of the text comes to.
 */
class ResolverAgainstPlainReadingTest {

  private static final int QUESTIONS = 25;

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  void accountsOfWhichAllIsKnownGetWhatAPlainReadingGives(@ForAll long seed) {
    RandomPolicy random = new RandomPolicy(seed);
    Resolver resolver = new Resolver(random.policy);
    for (int question = 0; question < QUESTIONS; question++) {
      Profile profile = random.profiles().completed(random.profiles().any());
      Instant at = random.moment();
      PlainTerms plain = new PlainTerms(random.policy, random.product, profile, at);
      for (Resolved resolved : resolver.resolve(random.product, profile, at)) {
        assertThat(seen(resolved))
            .as("%s of %s at %s", resolved.quota().id(), profile, at)
            .isEqualTo(
                plain
                    .limits(resolved.quota())
                    .map(ResolverAgainstPlainReadingTest::seen)
                    .orElse("not in force"));
      }
    }
  }

  private static String seen(PlainTerms.Limits limits) {
    return seen(
        limits.version(),
        RandomPolicy.steps(limits.available()),
        RandomPolicy.steps(limits.included()),
        RandomPolicy.steps(limits.room()),
        limits.costs());
  }

  private static String seen(
      String version, long available, long included, long room, Object costs) {
    return "%s: available %d, included %d, room %d, costs %s"
        .formatted(version, available, included, room, costs);
  }

  private static String seen(Resolved resolved) {
    return resolved.accept(
        new Resolved.Visitor<String>() {
          @Override
          public String visitEntitlement(Entitlement terms) {
            return seen(
                terms.receipt().kept().version(),
                terms.available(),
                terms.included(),
                terms.roomUnderCap(),
                terms.costs().stream().map(CallCost::text).toList());
          }

          @Override
          public String visitUndecided(Undecided undecided) {
            return "undecided " + undecided.missing();
          }

          @Override
          public String visitNotInForce(NotInForce notInForce) {
            return "not in force";
          }
        });
  }

  /** What an answer says beyond how it came about: numbers, and which cost line decides. */
  private static String numbers(Resolved resolved, ProfileReadings readings) {
    if (!(resolved instanceof Entitlement terms)) {
      return seen(resolved);
    }
    Optional<String> cost =
        terms.costs().stream()
            .filter(line -> line.when().judge(readings) == Condition.Truth.TRUE)
            .findFirst()
            .map(CallCost::text);
    return seen("", terms.available(), terms.included(), terms.roomUnderCap(), cost);
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void whatIsAnsweredWithoutAFactIsTheAnswerWithAnyValueOfIt(@ForAll long seed) {
    RandomPolicy random = new RandomPolicy(seed);
    Resolver resolver = new Resolver(random.policy);
    for (int question = 0; question < QUESTIONS; question++) {
      Profile profile = random.profiles().any();
      Profile completed = random.profiles().completed(profile);
      Instant at = random.moment();
      List<Resolved> before = resolver.resolve(random.product, profile, at);
      List<Resolved> after = resolver.resolve(random.product, completed, at);
      ProfileReadings readings = new ProfileReadings(random.product, completed);
      for (int order = 0; order < before.size(); order++) {
        if (!(before.get(order) instanceof Undecided)) {
          assertThat(numbers(after.get(order), readings))
              .as("%s of %s at %s", before.get(order).quota().id(), completed, at)
              .isEqualTo(numbers(before.get(order), readings));
        }
      }
    }
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void onlyWhatNobodyStatedIsMissingAndStatingAllOfItDecides(@ForAll long seed) {
    RandomPolicy random = new RandomPolicy(seed);
    Resolver resolver = new Resolver(random.policy);
    for (int question = 0; question < QUESTIONS; question++) {
      Profile profile = random.profiles().any();
      Instant at = random.moment();
      ProfileReadings readings = new ProfileReadings(random.product, profile);
      for (Resolved resolved : resolver.resolve(random.product, profile, at)) {
        if (resolved instanceof Undecided undecided) {
          assertThat(undecided.missing())
              .doesNotHaveDuplicates()
              .allMatch(attribute -> readings.read(attribute) == Reading.UNKNOWN);
        }
      }
      assertThat(resolver.resolve(random.product, random.profiles().completed(profile), at))
          .noneMatch(Undecided.class::isInstance);
    }
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void whatIsNotNamedAsAssumedMayHaveAnyValue(@ForAll long seed) {
    RandomPolicy random = new RandomPolicy(seed);
    Resolver resolver = new Resolver(random.policy);
    for (int question = 0; question < QUESTIONS; question++) {
      Profile profile = random.profiles().completed(random.profiles().any());
      Instant at = random.moment();
      for (Product.Fact fact : random.product.facts()) {
        boolean assumed =
            fact.unlessStated().isPresent() && !profile.facts().containsKey(fact.name());
        if (assumed) {
          assertUnchanged(random, resolver, profile, fact, at);
        }
      }
    }
  }

  private static void assertUnchanged(
      RandomPolicy random, Resolver resolver, Profile profile, Product.Fact fact, Instant at) {
    List<Resolved> before = resolver.resolve(random.product, profile, at);
    List<Resolved> after =
        resolver.resolve(random.product, random.profiles().stating(profile, fact), at);
    for (int order = 0; order < before.size(); order++) {
      if (before.get(order) instanceof Entitlement terms && !terms.assumed().contains(fact)) {
        assertThat(seen(after.get(order))).isEqualTo(seen(terms));
      }
    }
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void termsHoldUntilTheInstantTheySay(@ForAll long seed) {
    RandomPolicy random = new RandomPolicy(seed);
    Resolver resolver = new Resolver(random.policy);
    for (int question = 0; question < QUESTIONS; question++) {
      Profile profile = random.profiles().any();
      Instant at = random.moment();
      List<Resolved> now = resolver.resolve(random.product, profile, at);
      for (int order = 0; order < now.size(); order++) {
        Instant until = now.get(order).validUntil();
        assertThat(until).isAfter(at);
        if (until.isBefore(Instant.MAX)) {
          Resolved last =
              resolver.resolve(random.product, profile, until.minusMillis(1)).get(order);
          assertThat(seen(last)).isEqualTo(seen(now.get(order)));
          assertThat(last.validUntil()).isEqualTo(until);
        }
      }
    }
  }
}
