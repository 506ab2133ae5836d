package dev.tollgate.engine.terms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.engine.policy.Allotment;
import dev.tollgate.engine.policy.CallCost;
import dev.tollgate.engine.policy.CallSet;
import dev.tollgate.engine.policy.Condition;
import dev.tollgate.engine.policy.Contract;
import dev.tollgate.engine.policy.Cost;
import dev.tollgate.engine.policy.Rule;
import dev.tollgate.engine.policy.Stretch;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is agreed with one account replaces what its edition gets; the rest stays. */
class ContractTermsTest {

  private static final Profile ACME = Draft.named("acme", Crm.users("professional", 100));

  private static final CallCost CHEAP_BULK =
      new CallCost(
          new CallSet(Set.of(), true),
          Condition.ALWAYS,
          new Cost.Constant(250),
          "costs 250",
          Draft.at(73));

  private static Contract contract(Stretch during, List<Contract.Costs> costs) {
    Allotment.Grant grant = Draft.limit(Draft.base(250_000, 500, "user", 72), 2_000_000);
    return new Contract(
        "ACME 2026",
        "crm",
        "acme",
        during,
        List.of(new Contract.Granted("credits", grant, "allot", Draft.at(72))),
        costs,
        false,
        Draft.at(70));
  }

  @Test
  void aContractReplacesAmountAndCapOfTheEdition() {
    Entitlement terms = Crm.terms(Crm.product(), ACME, contract(Stretch.FOREVER, List.of()));

    assertThat(terms.available()).isEqualTo(300_000);
    assertThat(terms.roomUnderCap()).isEqualTo(1_700_000);
    assertThat(terms.receipt().lines().get(0).text())
        .isEqualTo("250_000 + 500 × 100 users, cap 2_000_000, contract \"ACME 2026\"");
    assertThat(terms.receipt().lines().get(0).place()).contains(Draft.at(72));
  }

  @Test
  void rulesAndAddOnsActOnWhatAContractStates() {
    Rule adds = Draft.rule("adds", "credits", Condition.ALWAYS, Draft.add(5_000));
    Entitlement terms =
        Crm.terms(Crm.product(adds), Crm.bought(ACME, 1_000), contract(Stretch.FOREVER, List.of()));

    assertThat(terms.included()).isEqualTo(305_000);
    assertThat(terms.available()).isEqualTo(306_000);
  }

  @Test
  void itsCostLinesComeFirst() {
    List<Contract.Costs> costs = List.of(new Contract.Costs("credits", CHEAP_BULK));
    Entitlement terms = Crm.terms(Crm.product(), ACME, contract(Stretch.FOREVER, costs));

    assertThat(terms.costs())
        .extracting(CallCost::text)
        .containsExactly("costs 250", "any call costs 1");
  }

  @Test
  void itIsForItsAccountAlone() {
    Profile other = Draft.named("globex", ACME);

    assertThat(Crm.terms(Crm.product(), other, contract(Stretch.FOREVER, List.of())).available())
        .isEqualTo(60_000);
  }

  @Test
  void itIsInForceFromItsFirstInstantUntilItsLast() {
    Contract year = contract(Draft.between("2026-01-01", "2027-01-01"), List.of());
    Instant end = Instant.parse("2027-01-01T00:00:00Z");

    Entitlement last = (Entitlement) Crm.resolve(Crm.product(), ACME, end.minusMillis(1), year);
    assertThat(last.available()).isEqualTo(300_000);
    assertThat(last.validUntil()).isEqualTo(end);
    assertThat(((Entitlement) Crm.resolve(Crm.product(), ACME, end, year)).available())
        .isEqualTo(60_000);
  }

  @Test
  void aContractOfAnotherAccountChangesNoDates() {
    Contract year = contract(Draft.between("2026-01-01", "2027-01-01"), List.of());

    assertThat(Crm.terms(Crm.product(), Crm.users("free", 1), year).validUntil())
        .isEqualTo(Instant.MAX);
  }

  @Test
  void ofManyContractsOnlyThatOfTheAccountCounts() {
    Contract[] many = new Contract[500];
    for (int number = 0; number < many.length; number++) {
      many[number] =
          new Contract(
              "contract " + number,
              "crm",
              "account" + number,
              Stretch.FOREVER,
              List.of(
                  new Contract.Granted(
                      "credits", Draft.limit(Draft.number(number, 72)), "allot", Draft.at(72))),
              List.of(),
              false,
              Draft.at(70));
    }

    assertThat(Crm.terms(Crm.product(), Draft.named("account321", ACME), many).available())
        .isEqualTo(321);
  }
}
