package dev.tollgate.engine.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.engine.policy.AddOn;
import dev.tollgate.engine.policy.Allotment;
import dev.tollgate.engine.policy.Amount;
import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.Beyond;
import dev.tollgate.engine.policy.CallCost;
import dev.tollgate.engine.policy.Condition;
import dev.tollgate.engine.policy.Contract;
import dev.tollgate.engine.policy.Cost;
import dev.tollgate.engine.policy.Json;
import dev.tollgate.engine.policy.Policy;
import dev.tollgate.engine.policy.Price;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Quota;
import dev.tollgate.engine.policy.QuotaVersion;
import dev.tollgate.engine.policy.Rounding;
import dev.tollgate.engine.policy.Rule;
import dev.tollgate.engine.policy.Scope;
import dev.tollgate.engine.policy.Stretch;
import dev.tollgate.engine.policy.Unit;
import dev.tollgate.engine.policy.Value;
import dev.tollgate.engine.policy.ValueSet;
import dev.tollgate.engine.policy.ValueType;
import dev.tollgate.engine.policy.Window;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SamplePolicyTest {

  private static final Policy POLICY = Samples.folder().compile().policy().orElseThrow();
  private static final Product CRM = POLICY.product("crm").orElseThrow();
  private static final Product DESK = POLICY.product("desk").orElseThrow();
  private static final Quota CREDITS = CRM.quota("credits").orElseThrow();

  @Test
  void editionsKeepTheirOrderTitlesAndOtherNames() {
    assertThat(CRM.editions())
        .extracting(Product.Edition::name)
        .containsExactly("free", "standard", "professional", "enterprise", "ultimate");
    assertThat(CRM.edition("zoho_one"))
        .hasValueSatisfying(edition -> assertThat(edition.title()).startsWith("Enterprise"));
  }

  @Test
  void aParameterThatIsOnlyGivenOrNotIsTextAndABoundedOneIsACount() {
    assertThat(CRM.call("records.list").orElseThrow().parameters().get("cvid").type())
        .isEqualTo(new ValueType.Text());
    Product.Parameter records = CRM.call("tags.add").orElseThrow().parameters().get("records");
    assertThat(records.type()).isEqualTo(new ValueType.Count());
    assertThat(records.most()).isEqualTo(OptionalLong.of(500));
  }

  @Test
  void aParameterThatSelectsABandIsACount() {
    assertThat(DESK.call("tickets.list").orElseThrow().parameters().get("offset").type())
        .isEqualTo(new ValueType.Count());
  }

  @Test
  void theWindowRollsOverTwentyFourHoursForEachAccount() {
    assertThat(CREDITS.window()).isEqualTo(new Window.Rolling(86_400_000, "rolling 24 hours"));
    assertThat(CREDITS.scope()).isEqualTo(Scope.ACCOUNT);
    assertThat(CRM.quota("concurrency").orElseThrow().scope())
        .isEqualTo(new Scope(true, List.of("app")));
  }

  @Test
  void aQuotaWithoutVersionsHasOneForEver() {
    assertThat(CREDITS.versions()).hasSize(1);
    assertThat(CREDITS.versions().get(0).during()).isEqualTo(Stretch.FOREVER);
    assertThat(CREDITS.versions().get(0).name()).isEmpty();
  }

  @Test
  void theAllotmentOfProfessionalIsBaseAndSeatsUnderACap() {
    Allotment line = CREDITS.versions().get(0).allotments().get(2);
    assertThat(line.editions()).containsExactly("professional");
    assertThat(line.text()).isEqualTo("allot professional base 10_000 + 500 per user cap 500_000");
    assertThat(line.place()).hasToString("crm.toll:28");
    Allotment.Grant.Limit limit = (Allotment.Grant.Limit) line.grant();
    assertThat(((Amount.Sum) limit.amount()).parts())
        .satisfiesExactly(
            base -> assertThat(((Amount.Constant) base).value()).isEqualByComparingTo("10000"),
            seats -> {
              assertThat(((Amount.PerSeat) seats).seat()).isEqualTo("user");
              assertThat(((Amount.PerSeat) seats).each()).isEqualByComparingTo("500");
            });
    assertThat(limit.cap()).hasValueSatisfying(cap -> isConstant(cap, "500000"));
  }

  @Test
  void noCapIsNone() {
    Allotment.Grant.Limit ultimate =
        (Allotment.Grant.Limit) CREDITS.versions().get(0).allotments().get(4).grant();
    assertThat(ultimate.cap()).isEmpty();
  }

  @Test
  void aGroupOfRecordsCostsOneHoweverFewThereAre() {
    CallCost line = cost(CREDITS.versions().get(0), "call records.insert");
    assertThat(line.calls().declared())
        .containsExactlyInAnyOrder("records.insert", "records.update", "records.upsert");
    assertThat(line.cost()).isEqualTo(new Cost.PerGroup(1, 10, "records", Rounding.UP));
  }

  @Test
  void aConditionKeepsTheWordsOfTheAuthor() {
    CallCost line = cost(CREDITS.versions().get(0), "call records.list");
    Condition.Test test = (Condition.Test) line.when();
    assertThat(test.text()).isEqualTo("cvid is given");
    assertThat(test.attribute()).isEqualTo(Attribute.parameter("cvid", false));
    assertThat(test.values()).isEqualTo(ValueSet.given(false));
  }

  @Test
  void anyOtherCallIsEveryCallOfAnOpenProduct() {
    CallCost line = cost(CREDITS.versions().get(0), "any other call");
    assertThat(line.calls().undeclared()).isTrue();
    assertThat(line.calls().declared()).hasSize(CRM.calls().size());
  }

  @Test
  void warningsRise() {
    assertThat(CREDITS.warnAt()).map(BigDecimal::intValueExact).containsExactly(80, 90, 100);
  }

  @Test
  void aDenialCarriesItsCodeStatusAndBody() {
    Beyond.Denial denial = ((Beyond.Deny) CREDITS.beyond().get(0)).denial();
    assertThat(denial.code()).isEqualTo("TOO_MANY_REQUESTS");
    assertThat(denial.status()).isEqualTo(429);
    assertThat(((Json.Object) denial.body().orElseThrow()).members())
        .contains(new Json.Member("code", new Json.Hole(Json.Of.CODE)))
        .contains(new Json.Member("status", new Json.Text("error")));
    assertThat(CREDITS.beyond()).hasSize(1);
  }

  @Test
  void theAddOnIsCountedInTheUnitOfItsQuotaAndPricedForOne() {
    AddOn addOn = CRM.addOn("extra_credits").orElseThrow();
    assertThat(addOn.unit()).isEqualTo(CREDITS.unit());
    assertThat(addOn.editions()).doesNotContain("free").hasSize(4);
    assertThat(addOn.bought()).contains(AddOn.Bought.PER_DAY);
    assertThat(addOn.used()).isTrue();
    List<Price.Slab> slabs = ((Price.Graduated) addOn.price().orElseThrow()).slabs();
    assertThat(slabs).hasSize(5);
    assertThat(slabs.get(1).above()).isEqualTo(25_000);
    assertThat(slabs.get(1).to()).isEqualTo(100_000);
    assertThat(slabs.get(1).each()).isEqualByComparingTo("0.00006");
    assertThat(slabs.get(4).text()).isEqualTo("next 500_000 at 0.012");
  }

  @Test
  void acceptedWarningsAreNotReported() {
    Compiled compiled = Samples.folder().compile();
    assertThat(compiled.diagnostics())
        .extracting(found -> found.code().code())
        .doesNotContain("W421", "W208", "W224");
  }

  @Test
  void versionsStandInTheOrderOfTime() {
    Quota credits = DESK.quota("credits").orElseThrow();
    assertThat(credits.versions())
        .extracting(QuotaVersion::name)
        .containsExactly("api_limits", "api_credits");
    assertThat(credits.versions().get(1).during().from())
        .contains(new Stretch.Bound.Day(LocalDate.of(2025, 10, 8)));
  }

  @Test
  void olderAccountsOfDeskKeepTheGreaterAmountForEver() {
    QuotaVersion version = DESK.quota("credits").orElseThrow().versions().get(1);
    QuotaVersion.Grandfathering kept = version.grandfathering().orElseThrow();
    assertThat(kept.version()).isEqualTo("api_limits");
    assertThat(kept.until()).isEmpty();
    Condition.Test paid = (Condition.Test) ((Condition.All) kept.accounts()).parts().get(0);
    Condition.Test signedUp = (Condition.Test) ((Condition.All) kept.accounts()).parts().get(1);
    assertThat(paid.values().contains(Value.YES)).isTrue();
    long lastDay = LocalDate.of(2025, 10, 29).toEpochDay();
    assertThat(signedUp.values().contains(Value.number(lastDay))).isTrue();
    assertThat(signedUp.values().contains(Value.number(lastDay + 1))).isFalse();
  }

  @Test
  void depthIsPricedInBands() {
    QuotaVersion version = DESK.quota("credits").orElseThrow().versions().get(1);
    Cost.Banded bands = (Cost.Banded) cost(version, "call tickets.list").cost();
    assertThat(bands.parameter()).isEqualTo("offset");
    assertThat(bands.bands()).extracting(Cost.Band::to).containsExactly(2_000L, 10_000L, 100_000L);
    assertThat(bands.beyond()).isEqualTo(OptionalLong.of(100));
  }

  @Test
  void theSingularOfAParameterMeansTheParameter() {
    QuotaVersion version = DESK.quota("credits").orElseThrow().versions().get(1);
    assertThat(cost(version, "call records.bulk_delete").cost())
        .isEqualTo(new Cost.PerGroup(6, 1, "records", Rounding.UP));
  }

  @Test
  void aDayThatIsInsideEndsWithTheNext() {
    Contract contract = POLICY.contracts().get(0);
    assertThat(contract.account()).isEqualTo("acme");
    assertThat(contract.during().until()).contains(new Stretch.Bound.Day(LocalDate.of(2027, 1, 1)));
    assertThat(contract.allotments())
        .extracting(Contract.Granted::quota)
        .containsExactly("credits");
    assertThat(contract.costs())
        .satisfiesExactly(
            costs -> {
              assertThat(costs.quota()).isEqualTo("credits");
              assertThat(costs.cost().cost()).isEqualTo(new Cost.Constant(250));
            });
  }

  @Test
  void theRuleHoldsForTwoEditionsOfOneRegion() {
    Rule rule = CRM.rules().get(0);
    assertThat(rule.title()).isEqualTo("EU launch promotion");
    assertThat(rule.quota()).isEqualTo("credits");
    Condition.Test editions = (Condition.Test) ((Condition.All) rule.when()).parts().get(1);
    assertThat(editions.attribute()).isEqualTo(Attribute.EDITION);
    assertThat(editions.values()).isEqualTo(ValueSet.words(Set.of("standard", "professional")));
    assertThat(rule.effects())
        .satisfiesExactly(effect -> isConstant(((Rule.Effect.Add) effect).amount(), "5000"));
  }

  @Test
  void testsAndChecksCarryTheirHeader() {
    Compiled compiled = Samples.folder().compile();
    assertThat(compiled.tests()).hasSize(3);
    assertThat(compiled.checks()).hasSize(1);
    WrittenTest first = compiled.tests().get(0);
    assertThat(first.target().quota().orElseThrow().text()).isEqualTo("credits");
    assertThat(first.asOf()).isPresent();
  }

  @Test
  void theHashTellsTheTextsApart() {
    assertThat(POLICY.hash()).matches("sha256:[0-9a-f]{64}");
    assertThat(POLICY.files()).containsKeys("crm.toll", "desk.toll");
    Policy other = Samples.compile("# nothing\n").policy().orElseThrow();
    assertThat(other.hash()).isNotEqualTo(POLICY.hash());
  }

  @Test
  void aUnitOfTheTextIsKeptAsItIsDeclared() {
    assertThat(CREDITS.unit()).isEqualTo(new Unit(Unit.Kind.DECLARED, "credit", "credits", 0));
    assertThat(DESK.fact("old_daily_limit").orElseThrow().unlessStated())
        .isEqualTo(Optional.of(Value.number(0)));
  }

  private static CallCost cost(QuotaVersion version, String start) {
    return version.costs().stream()
        .filter(line -> line.text().startsWith(start))
        .findFirst()
        .orElseThrow();
  }

  private static void isConstant(Amount amount, String value) {
    assertThat(amount)
        .isInstanceOfSatisfying(
            Amount.Constant.class,
            constant -> assertThat(constant.value()).isEqualByComparingTo(value));
  }
}
