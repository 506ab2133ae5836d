package dev.tollgate.engine.terms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.CallCost;
import dev.tollgate.engine.policy.CallSet;
import dev.tollgate.engine.policy.Condition;
import dev.tollgate.engine.policy.Cost;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Rule;
import dev.tollgate.engine.policy.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Rules that cut across editions: their order, their dates, and what they need to know. */
class RulesTest {

  private static final Condition IN_RETAIL = Draft.word("sector", "retail");
  private static final Profile STANDARD = Crm.users("standard", 10);
  private static final Profile RETAIL =
      Draft.stating(STANDARD, Map.of("sector", Value.word("retail")));

  private static final Attribute SECTOR = Attribute.fact("sector", false);

  private static Resolved resolve(Profile profile, Rule... rules) {
    return Crm.resolve(Crm.product(rules), profile);
  }

  private static long available(Profile profile, Rule... rules) {
    return ((Entitlement) resolve(profile, rules)).available();
  }

  @Test
  void whatIsSetComesBeforeWhatIsAdded() {
    Rule adds = Draft.rule("adds", "credits", Condition.ALWAYS, Draft.add(300));
    Rule sets = Draft.rule("sets", "credits", Condition.ALWAYS, Draft.setTo(20_000));

    assertThat(available(STANDARD, adds, sets)).isEqualTo(20_300);
  }

  @Test
  void aRuleStaysUnderTheCap() {
    Rule sets = Draft.rule("sets", "credits", Condition.ALWAYS, Draft.setTo(120_000));

    assertThat(available(STANDARD, sets)).isEqualTo(100_000);
  }

  @Test
  void whatARuleAddsIsIncludedAndNamed() {
    Rule adds = Draft.rule("EU launch", "credits", IN_RETAIL, Draft.add(5_000));
    Entitlement terms = (Entitlement) resolve(RETAIL, adds);

    assertThat(terms.included()).isEqualTo(12_500);
    assertThat(terms.receipt().lines().get(1).text()).isEqualTo("rule \"EU launch\" adds 5_000");
    assertThat(terms.receipt().lines().get(1).place()).contains(Draft.at(41));
  }

  @Test
  void ofManyRulesThatEachAskForAWordThoseForTheAccountApply() {
    List<Rule> rules = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      Condition sector = Draft.word("sector", "s" + i);
      Condition region = Draft.word("region", "r" + i);
      Condition both = new Condition.All(List.of(Draft.word("region", "r3"), sector));
      rules.add(Draft.rule("sector " + i, "credits", sector, Draft.add(1)));
      rules.add(Draft.rule("region " + i, "credits", region, Draft.add(10)));
      rules.add(Draft.rule("both " + i, "credits", both, Draft.add(100)));
    }
    Rule[] all = rules.toArray(Rule[]::new);
    Map<String, Value> sector = Map.of("sector", Value.word("s7"));
    Map<String, Value> both = Map.of("sector", Value.word("s7"), "region", Value.word("r3"));

    assertThat(available(Draft.stating(STANDARD, sector), all)).isEqualTo(7_501);
    assertThat(available(Draft.stating(STANDARD, both), all)).isEqualTo(7_611);
    assertThat(resolve(STANDARD, all)).isInstanceOf(Undecided.class);
  }

  @Test
  void anOverriddenRuleDoesNotApplyWhereTheOtherDoes() {
    Rule general = Draft.rule("general", "credits", Condition.ALWAYS, Draft.add(1_000));
    Rule special =
        Draft.overriding("general", Draft.rule("special", "credits", IN_RETAIL, Draft.add(3_000)));

    assertThat(available(RETAIL, general, special)).isEqualTo(10_500);
    Profile other = Draft.stating(STANDARD, Map.of("sector", Value.word("bank")));
    assertThat(available(other, general, special)).isEqualTo(8_500);
  }

  @Test
  void aRuleThatIsItselfOverriddenOverridesNothing() {
    Rule first = Draft.rule("first", "credits", Condition.ALWAYS, Draft.add(1));
    Rule second =
        Draft.overriding("first", Draft.rule("second", "credits", Condition.ALWAYS, Draft.add(10)));
    Rule third =
        Draft.overriding(
            "second", Draft.rule("third", "credits", Condition.ALWAYS, Draft.add(100)));

    assertThat(available(STANDARD, first, second, third)).isEqualTo(7_601);
  }

  @Test
  void aRuleThatHangsOnAnUnknownFactLeavesTheTermsUndecided() {
    Rule adds = Draft.rule("adds", "credits", IN_RETAIL, Draft.add(5_000));

    assertThat(resolve(STANDARD, adds))
        .isInstanceOfSatisfying(
            Undecided.class, undecided -> assertThat(undecided.missing()).containsExactly(SECTOR));
  }

  @Test
  void anUnknownFactDoesNotMatterWhereAnotherTestAlreadyFails() {
    Rule adds =
        Draft.rule(
            "adds", "credits", Draft.all(IN_RETAIL, Draft.edition("enterprise")), Draft.add(5_000));

    assertThat(available(STANDARD, adds)).isEqualTo(7_500);
  }

  @Test
  void anUndecidedRuleThatIsOverriddenDoesNotMatter() {
    Rule undecided = Draft.rule("undecided", "credits", IN_RETAIL, Draft.add(5_000));
    Rule certain =
        Draft.overriding(
            "undecided", Draft.rule("certain", "credits", Condition.ALWAYS, Draft.add(1)));

    assertThat(available(STANDARD, undecided, certain)).isEqualTo(7_501);
  }

  @Test
  void aRuleIsUndecidedWhileOneThatOverridesItIs() {
    Rule certain = Draft.rule("certain", "credits", Condition.ALWAYS, Draft.add(1));
    Rule undecided =
        Draft.overriding(
            "certain", Draft.rule("undecided", "credits", IN_RETAIL, Draft.add(5_000)));

    assertThat(resolve(STANDARD, certain, undecided)).isInstanceOf(Undecided.class);
  }

  @Test
  void aRuleOfAnotherQuotaDoesNotMatter() {
    Rule other = Draft.rule("other", "concurrency", IN_RETAIL, Draft.add(5_000));

    assertThat(available(STANDARD, other)).isEqualTo(7_500);
  }

  @Test
  void anAssumedValueDecidesARuleAndIsNamed() {
    Rule adds = Draft.rule("adds", "credits", Draft.word("region", "unknown"), Draft.add(5_000));
    Rule not = Draft.rule("not", "credits", Draft.word("region", "eu"), Draft.add(1));

    Entitlement applied = (Entitlement) resolve(STANDARD, adds);
    assertThat(applied.available()).isEqualTo(12_500);
    assertThat(applied.assumed()).extracting(Product.Fact::name).containsExactly("region");
    Entitlement passed = (Entitlement) resolve(STANDARD, not);
    assertThat(passed.available()).isEqualTo(7_500);
    assertThat(passed.assumed()).extracting(Product.Fact::name).containsExactly("region");
  }

  @Test
  void aRuleAppliesFromItsFirstInstantAndNoLongerAtItsLast() {
    Rule spring =
        Draft.during(
            Draft.between("2026-01-01", "2026-04-01"),
            Draft.rule("spring", "credits", Condition.ALWAYS, Draft.add(5_000)));
    Product product = Crm.product(spring);
    Instant from = Instant.parse("2026-01-01T00:00:00Z");
    Instant until = Instant.parse("2026-04-01T00:00:00Z");

    assertThat(at(product, from.minusMillis(1)).available()).isEqualTo(7_500);
    assertThat(at(product, from.minusMillis(1)).validUntil()).isEqualTo(from);
    assertThat(at(product, from).available()).isEqualTo(12_500);
    assertThat(at(product, from).validUntil()).isEqualTo(until);
    assertThat(at(product, until).available()).isEqualTo(7_500);
    assertThat(at(product, until).validUntil()).isEqualTo(Instant.MAX);
  }

  private static Entitlement at(Product product, Instant at) {
    return (Entitlement) Crm.resolve(product, STANDARD, at);
  }

  @Test
  void aRuleThatOnlySetsCostsKeepsItsConditionWhileItIsUndecided() {
    CallCost costs =
        new CallCost(
            new CallSet(Set.of(), true),
            Condition.ALWAYS,
            new Cost.Constant(7),
            "bulk costs 7",
            Draft.at(45));
    Rule rule =
        Draft.rule("bulk", "credits", IN_RETAIL, new Rule.Effect.SetCost(costs, Draft.at(45)));

    CallCost open = ((Entitlement) resolve(STANDARD, rule)).costs().get(0);
    assertThat(open.cost()).isEqualTo(costs.cost());
    assertThat(open.when()).isEqualTo(Draft.all(IN_RETAIL, Condition.ALWAYS));
    assertThat(((Entitlement) resolve(RETAIL, rule)).costs()).startsWith(costs);
  }

  @Test
  void anyCallCostsOneWhereTheVersionPricesNone() {
    Entitlement terms = (Entitlement) resolve(STANDARD);

    assertThat(terms.costs())
        .extracting(CallCost::text, CallCost::cost)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("any call costs 1", new Cost.Constant(1)));
  }
}
