package dev.tollgate.engine.terms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.engine.compare.AllotmentTerms;
import dev.tollgate.engine.compare.Box;
import dev.tollgate.engine.compare.Cases;
import dev.tollgate.engine.compare.FormulaValue;
import dev.tollgate.engine.compare.Rational;
import dev.tollgate.engine.policy.AddOn;
import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.Contract;
import dev.tollgate.engine.policy.Quota;
import dev.tollgate.engine.policy.Unit;
import dev.tollgate.engine.policy.Value;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Formulas for all accounts at once must say for each account what working it out says. */
class AllotmentFormulasTest {

  private static final int QUESTIONS = 10;

  @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
  void aFormulaSaysOfEachAccountWhatIsWorkedOutForIt(@ForAll long seed) {
    RandomPolicy random = new RandomPolicy(seed);
    Resolver resolver = new Resolver(random.policy);
    for (int question = 0; question < QUESTIONS; question++) {
      Profile profile = inZoneOfProduct(random.profiles().completed(random.profiles().any()));
      Instant at = random.moment();
      for (Resolved resolved : resolver.resolve(random.product, profile, at)) {
        Optional<Long> expected =
            resolved instanceof Entitlement terms
                ? Optional.of(terms.available())
                : Optional.empty();
        assertThat(available(random, profile, at, resolved.quota()))
            .as("%s of %s at %s", resolved.quota().id(), profile, at)
            .isEqualTo(expected);
      }
    }
  }

  private static Profile inZoneOfProduct(Profile profile) {
    return new Profile(
        profile.account(),
        profile.edition(),
        profile.seats(),
        profile.facts(),
        profile.signedUp(),
        Optional.empty(),
        profile.addOns());
  }

  private static Optional<Long> available(
      RandomPolicy random, Profile profile, Instant at, Quota quota) {
    List<Contract> contracts =
        random.policy.contracts().stream()
            .filter(contract -> Optional.of(contract.account()).equals(profile.account()))
            .filter(contract -> contract.during().contains(at, random.product.zone()))
            .toList();
    AllotmentTerms terms =
        new AllotmentTerms(random.product, quota, profile.edition(), contracts, at);
    Map<Attribute, Value> values = values(random, profile);
    List<Cases.Case<Optional<AllotmentTerms.Allotted>>> itsCases =
        terms.cases(terms.accounts()).stream()
            .filter(each -> contains(each.box(), values))
            .toList();
    assertThat(itsCases).as("cases of %s", values).hasSize(1);
    Map<Attribute, Long> numbers = new HashMap<>();
    values.forEach(
        (attribute, value) -> {
          if (value instanceof Value.Number number) {
            numbers.put(attribute, number.steps());
          }
        });
    return itsCases
        .get(0)
        .value()
        .map(
            allotted ->
                FormulaValue.of(allotted.available(), numbers)
                    .map(Rational::toDecimal)
                    .map(quota.unit()::steps)
                    .orElse(Unit.UNLIMITED));
  }

  private static boolean contains(Box box, Map<Attribute, Value> values) {
    return box.sides().entrySet().stream()
        .allMatch(side -> side.getValue().contains(values.get(side.getKey())));
  }

  private static Map<Attribute, Value> values(RandomPolicy random, Profile profile) {
    Map<Attribute, Value> values = new HashMap<>();
    values.put(Attribute.EDITION, Value.word(profile.edition()));
    values.put(Attribute.SIGNED_UP, Value.number(profile.signedUp().orElseThrow().toEpochDay()));
    for (String seat : List.of("user", "agent")) {
      values.put(Attribute.seat(seat), Value.number(profile.seats().getOrDefault(seat, 0L)));
    }
    random
        .product
        .facts()
        .forEach(
            fact ->
                values.put(
                    Attribute.fact(fact.name(), fact.type().isNumber()),
                    Optional.ofNullable(profile.facts().get(fact.name()))
                        .or(fact::unlessStated)
                        .orElseThrow()));
    for (AddOn addOn : random.product.addOns()) {
      Holding held =
          profile.addOns().getOrDefault(addOn.name(), new Holding(Holding.Mode.BOUGHT, 0));
      values.put(AllotmentTerms.held(addOn.name()), Value.number(held.amount()));
    }
    return values;
  }
}
