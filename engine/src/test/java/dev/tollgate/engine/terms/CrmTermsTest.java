package dev.tollgate.engine.terms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.engine.policy.Unit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The worked cases of the CRM product. */
class CrmTermsTest {

  @ParameterizedTest
  @CsvSource({
    "professional, 1000, 500000",
    "standard, 10, 7500",
    "enterprise, 100, 115000",
    "free, 3, 5000",
    "ultimate, 1000000, 2000015000"
  })
  void anEditionAllotsItsBaseAndSeatsUnderItsCap(String edition, long users, long allotted) {
    Entitlement terms = Crm.terms(Crm.product(), Crm.users(edition, users));

    assertThat(terms.available()).isEqualTo(allotted);
    assertThat(terms.included()).isEqualTo(allotted);
  }

  @Test
  void theCapIsAppliedAfterAddOns() {
    Entitlement terms = Crm.terms(Crm.product(), Crm.bought(Crm.users("standard", 10), 95_000));

    assertThat(terms.available()).isEqualTo(100_000);
    assertThat(terms.included()).isEqualTo(7_500);
    assertThat(terms.roomUnderCap()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "professional, 100, 440000",
    "standard, 10, 92500",
    "enterprise, 100, 500000",
    "ultimate, 100, 500000",
    "free, 3, 0"
  })
  void theMostThatCanBeBoughtStaysUnderTheCap(String edition, long users, long most) {
    var product = Crm.product();
    Profile profile = Crm.bought(Crm.users(edition, users), 1_000);
    Ceiling ceiling =
        new Resolver(Draft.policy(product)).most(product, Crm.EXTRA, profile, Crm.NOON);

    assertThat(ceiling)
        .isInstanceOfSatisfying(
            Ceiling.Known.class, known -> assertThat(known.steps()).isEqualTo(most));
  }

  @Test
  void theCeilingSaysHowItCameAbout() {
    var product = Crm.product();
    Ceiling ceiling =
        new Resolver(Draft.policy(product))
            .most(product, Crm.EXTRA, Crm.users("professional", 100), Crm.NOON);

    ReceiptLine why = ((Ceiling.Known) ceiling).why();
    assertThat(why.text()).isEqualTo("lesser of 500_000 and room under cap 440_000");
    assertThat(why.place()).contains(Draft.at(52));
    assertThat(why.parts())
        .extracting(ReceiptLine::text)
        .containsExactly("10_000 + 500 × 100 users, cap 500_000, edition professional");
  }

  @Test
  void anAllotmentIsExplainedByItsLineAndArithmetic() {
    Entitlement terms = Crm.terms(Crm.product(), Crm.users("standard", 3));

    ReceiptLine line = terms.receipt().lines().get(0);
    assertThat(line.text()).isEqualTo("5_000 + 250 × 3 users, cap 100_000, edition standard");
    assertThat(line.place()).hasToString("Optional[crm.toll:30]");
    assertThat(line.steps()).isEqualTo(5_750);
    assertThat(line.parts())
        .extracting(ReceiptLine::kind, ReceiptLine::text, ReceiptLine::steps)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(ReceiptLine.Kind.BASE, "5_000", 5_000L),
            org.assertj.core.groups.Tuple.tuple(ReceiptLine.Kind.SEATS, "250 × 3 users", 750L));
    assertThat(terms.receipt().lines()).hasSize(1);
  }

  @Test
  void aCapThatHoldsIsALineOfItsOwn() {
    Entitlement terms =
        Crm.terms(Crm.product(), Crm.bought(Crm.users("professional", 1_000), 75_000));

    assertThat(terms.receipt().lines())
        .extracting(ReceiptLine::text)
        .containsExactly(
            "10_000 + 500 × 1_000 users, cap 500_000, edition professional",
            "75_000 extra_credits, bought",
            "cap 500_000 holds 585_000 down");
  }

  @Test
  void whatIsUsedBeyondTheIncludedAllotmentIsBilledByTheAddOnHeldThatWay() {
    Entitlement used = Crm.terms(Crm.product(), Crm.using(Crm.users("standard", 10), 50_000));
    Entitlement bought = Crm.terms(Crm.product(), Crm.bought(Crm.users("standard", 10), 50_000));

    assertThat(used.available()).isEqualTo(57_500);
    assertThat(used.included()).isEqualTo(7_500);
    assertThat(used.usedBilling()).contains(new Entitlement.UsedBilling(Crm.EXTRA, Crm.PRICE));
    assertThat(bought.available()).isEqualTo(57_500);
    assertThat(bought.usedBilling()).isEmpty();
  }

  @Test
  void anAddOnThatTheEditionMayNotHoldHasNoEffectAndTheReceiptSaysSo() {
    Entitlement terms = Crm.terms(Crm.product(), Crm.bought(Crm.users("free", 3), 50_000));

    assertThat(terms.available()).isEqualTo(5_000);
    assertThat(terms.receipt().lines().get(1).text())
        .isEqualTo("extra_credits is held and has no effect: it is not for edition free");
  }

  @Test
  void anEditionWithoutACapHasRoomWithoutEnd() {
    Entitlement terms = Crm.terms(Crm.product(), Crm.users("ultimate", 1));

    assertThat(terms.roomUnderCap()).isEqualTo(Unit.UNLIMITED);
  }

  @Test
  void termsWithoutDatesHoldForEver() {
    Entitlement terms = Crm.terms(Crm.product(), Crm.users("free", 1));

    assertThat(terms.validUntil()).isEqualTo(java.time.Instant.MAX);
    assertThat(terms.windowStart()).isEqualTo(Optional.empty());
    assertThat(terms.assumed()).isEqualTo(List.of());
  }
}
