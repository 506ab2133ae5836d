package dev.tollgate.engine.terms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.engine.compare.AllotmentTerms;
import dev.tollgate.engine.compare.Cases;
import dev.tollgate.engine.compare.FormulaValue;
import dev.tollgate.engine.compare.Rational;
import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.Contract;
import dev.tollgate.engine.policy.Quota;
import dev.tollgate.engine.policy.Unit;
import dev.tollgate.engine.policy.Value;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Formulas for all accounts at once must say for each account what working it out says. */
class AllotmentFormulasTest {

  private static final int QUESTIONS = 10;

  @Property(tries = 40, edgeCases = EdgeCasesMode.NONE)
  void aFormulaSaysOfEachAccountWhatIsWorkedOutForIt(@ForAll long seed) {
    RandomPolicy random = new RandomPolicy(seed);
    Resolver resolver = new Resolver(random.policy);
    for (int question = 0; question < QUESTIONS; question++) {
      Profile profile =
          AccountValues.inZoneOfProduct(random.profiles().completed(random.profiles().any()));
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

  private static Optional<Long> available(
      RandomPolicy random, Profile profile, Instant at, Quota quota) {
    List<Contract> contracts =
        random.policy.contracts().stream()
            .filter(contract -> Optional.of(contract.account()).equals(profile.account()))
            .filter(contract -> contract.during().contains(at, random.product.zone()))
            .toList();
    AllotmentTerms terms =
        new AllotmentTerms(random.product, quota, profile.edition(), contracts, at);
    Map<Attribute, Value> values = AccountValues.of(random.product, profile);
    List<Cases.Case<Optional<AllotmentTerms.Allotted>>> itsCases =
        terms.cases(terms.accounts()).stream()
            .filter(each -> AccountValues.contains(each.box(), values))
            .toList();
    assertThat(itsCases).as("cases of %s", values).hasSize(1);
    Map<Attribute, Long> numbers = AccountValues.numbers(values);
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
}
