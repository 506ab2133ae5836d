package dev.tollgate.engine.terms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.engine.policy.AddOn;
import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.Condition;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Unit;
import dev.tollgate.engine.policy.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AddOnsTest {

  private static final Unit PACKS = new Unit(Unit.Kind.DECLARED, "pack", "packs", 0);
  private static final Profile STANDARD = Crm.users("standard", 10);

  private static AddOn addOn(String name, AddOn.Effect... effects) {
    return addOn(name, Condition.ALWAYS, Optional.empty(), effects);
  }

  private static AddOn addOn(
      String name, Condition needs, Optional<String> needsAddOn, AddOn.Effect... effects) {
    return new AddOn(
        name,
        name,
        PACKS,
        Set.copyOf(Crm.EDITIONS),
        List.of(effects),
        Optional.empty(),
        needs,
        needsAddOn,
        Optional.of(AddOn.Bought.PER_DAY),
        false,
        Optional.empty(),
        Draft.at(60));
  }

  private static final AddOn.Effect EACH =
      new AddOn.Effect.AddsEach(Draft.number(500, 61), "credits", Draft.at(61));
  private static final AddOn.Effect RAISES =
      new AddOn.Effect.Raises("credits", Draft.number(9_000, 62), Draft.at(62));
  private static final AddOn.Effect SETS =
      new AddOn.Effect.Sets("credits", Draft.number(1_000, 63), Draft.at(63));

  private static Entitlement terms(Profile profile, AddOn... addOns) {
    return (Entitlement) resolve(profile, addOns);
  }

  private static Resolved resolve(Profile profile, AddOn... addOns) {
    Product product = Crm.product(List.of(Crm.CREDITS), List.of(addOns));
    return Crm.resolve(product, profile);
  }

  private static Profile holding(Profile profile, Map<String, Long> amounts) {
    return profile.holding(
        amounts.entrySet().stream()
            .collect(
                java.util.stream.Collectors.toMap(
                    Map.Entry::getKey, held -> new Holding(Holding.Mode.BOUGHT, held.getValue()))));
  }

  @Test
  void eachOneHeldAddsItsAmount() {
    Entitlement terms = terms(holding(STANDARD, Map.of("pack", 3L)), addOn("pack", EACH));

    assertThat(terms.available()).isEqualTo(9_000);
    assertThat(terms.included()).isEqualTo(7_500);
    assertThat(terms.receipt().lines().get(1).text()).isEqualTo("500 × 3 pack, bought");
  }

  @Test
  void whatRaisesNeverLowers() {
    AddOn raises = addOn("lift", RAISES);
    Map<String, Long> held = Map.of("lift", 1L);

    assertThat(terms(holding(STANDARD, held), raises).available()).isEqualTo(9_000);
    assertThat(terms(holding(Crm.users("standard", 20), held), raises).available())
        .isEqualTo(10_000);
  }

  @Test
  void whatSetsMayLowerAndThenLessIsIncludedToo() {
    Entitlement terms = terms(holding(STANDARD, Map.of("flat", 1L)), addOn("flat", SETS));

    assertThat(terms.available()).isEqualTo(1_000);
    assertThat(terms.included()).isEqualTo(1_000);
  }

  @Test
  void setsComesBeforeRaisesAndThatBeforeAdds() {
    Map<String, Long> held = Map.of("flat", 1L, "lift", 1L, "pack", 2L);
    AddOn[] backwards = {addOn("pack", EACH), addOn("lift", RAISES), addOn("flat", SETS)};

    assertThat(terms(holding(STANDARD, held), backwards).available()).isEqualTo(10_000);
  }

  @Test
  void nothingHeldDoesNothing() {
    Entitlement terms = terms(holding(STANDARD, Map.of("flat", 0L)), addOn("flat", SETS));

    assertThat(terms.available()).isEqualTo(7_500);
    assertThat(terms.receipt().lines()).hasSize(1);
  }

  @Test
  void anAddOnActsOnlyBesideTheOneItNeeds() {
    AddOn pack = addOn("pack", EACH);
    AddOn more = addOn("more", Condition.ALWAYS, Optional.of("pack"), EACH);

    assertThat(terms(holding(STANDARD, Map.of("more", 1L)), pack, more).available())
        .isEqualTo(7_500);
    assertThat(terms(holding(STANDARD, Map.of("more", 1L, "pack", 1L)), pack, more).available())
        .isEqualTo(8_500);
  }

  @Test
  void whatAnAddOnNeedsOfTheAccountMustBeKnown() {
    AddOn retail = addOn("pack", Draft.word("sector", "retail"), Optional.empty(), EACH);
    Profile holder = holding(STANDARD, Map.of("pack", 1L));

    assertThat(resolve(holder, retail))
        .isInstanceOfSatisfying(
            Undecided.class,
            undecided ->
                assertThat(undecided.missing()).containsExactly(Attribute.fact("sector", false)));
    assertThat(resolve(STANDARD, retail)).isInstanceOf(Entitlement.class);
    Profile retailer = Draft.stating(holder, Map.of("sector", Value.word("retail")));
    assertThat(terms(retailer, retail).available()).isEqualTo(8_000);
  }

  @Test
  void theMostOfAnAddOnLeavesOutWhatIsHeldOfItButNotOfOthers() {
    AddOn pack = addOn("pack", EACH);
    Product product = Crm.product(List.of(Crm.CREDITS), List.of(Crm.EXTRA, pack));
    Profile holder = holding(STANDARD, Map.of("pack", 5L, "extra_credits", 70_000L));
    Ceiling ceiling =
        new Resolver(Draft.policy(product)).most(product, Crm.EXTRA, holder, Crm.NOON);

    assertThat(((Ceiling.Known) ceiling).steps()).isEqualTo(90_000);
  }

  @Test
  void anAddOnWithoutABoundMayBeHeldInAnyAmountByWhomItIsFor() {
    AddOn pack = addOn("pack", EACH);
    AddOn more = addOn("more", Condition.ALWAYS, Optional.of("pack"), EACH);
    AddOn retail = addOn("retail", Draft.word("sector", "retail"), Optional.empty(), EACH);
    Product product = Crm.product(List.of(Crm.CREDITS), List.of(pack, more, retail));
    Resolver resolver = new Resolver(Draft.policy(product));

    assertThat(((Ceiling.Known) resolver.most(product, pack, STANDARD, Crm.NOON)).steps())
        .isEqualTo(Unit.UNLIMITED);
    Ceiling.Known without = (Ceiling.Known) resolver.most(product, more, STANDARD, Crm.NOON);
    assertThat(without.steps()).isZero();
    assertThat(without.why().text()).isEqualTo("more needs pack");
    assertThat(resolver.most(product, retail, STANDARD, Crm.NOON))
        .isEqualTo(new Ceiling.Unknown(List.of(Attribute.fact("sector", false))));
  }
}
