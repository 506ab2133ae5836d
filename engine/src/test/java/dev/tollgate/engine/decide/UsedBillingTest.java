package dev.tollgate.engine.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Units beyond the included allotment are billed to the day in which they are used. */
class UsedBillingTest {

  private static final AskedCall LIST = AskedCall.of("users.list");

  private final Shop shop =
      Shop.crm().with("acme", StatedProfile.ofEdition("professional").withSeats("users", 100));

  private Charge use(long credits) {
    return shop.consume("acme", "credits", credits).charge().orElseThrow();
  }

  private void mayUse(long credits) {
    shop.changes.putAddOn("crm", "acme", "extra_credits", StatedHolding.used(credits));
  }

  @Test
  void eightyThousandUsedInADayCost680() {
    mayUse(100_000);
    assertThat(shop.consume("acme", "credits", 60_000).charge()).isEmpty();

    assertThat(use(25_000).amount()).hasToString("3.50 USD");
    assertThat(use(55_000).amount()).hasToString("3.30 USD");
  }

  @Test
  void halfADayApartEverySecondBurstIsBilledAndNotEveryOne() {
    shop.with("zylker", StatedProfile.ofEdition("standard"));
    shop.changes.putAddOn("crm", "zylker", "extra_credits", StatedHolding.used(5_000));
    List<String> charges = new ArrayList<>();
    for (int burst = 0; burst < 14; burst++) {
      Decision decision = shop.consume("zylker", "credits", 5_000);
      assertThat(decision.allowed()).isTrue();
      assertThat(shop.consume("zylker", "credits", 5_001).allowed()).isFalse();
      charges.add(decision.charge().map(charge -> charge.amount().toString()).orElse("included"));
      shop.clock.pass(Duration.ofHours(12));
    }

    assertThat(charges)
        .containsExactlyElementsOf(
            Collections.nCopies(7, List.of("included", "0.70 USD")).stream()
                .flatMap(List::stream)
                .toList());
  }

  @Test
  void aCallThatBeginsInsideTheIncludedAllotmentIsBilledForTheRest() {
    mayUse(100_000);

    Charge.Line line = use(140_000).lines().get(0);

    assertThat(line.quota()).isEqualTo("credits");
    assertThat(line.addOn()).isEqualTo("extra_credits");
    assertThat(line.units()).isEqualTo(BigDecimal.valueOf(80_000));
    assertThat(line.amount()).hasToString("6.80 USD");
  }

  @Test
  void aChargeSaysWhichUnitsLieInWhichSlab() {
    mayUse(100_000);
    use(60_000 + 20_000);

    assertThat(slabs(use(30_000)))
        .containsExactly(
            "first 25_000 at 0.14: 5000 for 0.70 USD", "next 75_000 at 0.06: 25000 for 1.50 USD");
  }

  @Test
  void aCancelTakesUnitsOffTheTopOfTheDayWhicheverCallBilledThem() {
    mayUse(100_000);
    String first = shop.consume("acme", "credits", 60_000 + 25_000).decisionId().orElseThrow();
    use(10_000);

    Charge taken = shop.decider.cancel(first).charge().orElseThrow();

    assertThat(taken.amount()).hasToString("-2.70 USD");
    assertThat(slabs(taken))
        .containsExactly(
            "first 25_000 at 0.14: -15000 for -2.10 USD",
            "next 75_000 at 0.06: -10000 for -0.60 USD");
    assertThat(taken.lines().get(0).day()).isEqualTo(LocalDate.parse("2026-01-01"));
  }

  private static List<String> slabs(Charge charge) {
    return charge.lines().stream()
        .flatMap(line -> line.slabs().stream())
        .map(slab -> slab.text() + ": " + slab.units().toPlainString() + " for " + slab.amount())
        .toList();
  }

  @Test
  void checkForetellsTheChargeOfConsume() {
    mayUse(100_000);
    shop.consume("acme", "credits", 85_000);

    Decision check = shop.check("acme", LIST);

    assertThat(check.charge().orElseThrow().amount()).hasToString("0.00006 USD");
    assertThat(shop.consume("acme", LIST).charge()).isEqualTo(check.charge());
  }

  @Test
  void aNewCalendarDayBeginsWithTheFirstSlab() {
    mayUse(100_000);
    shop.consume("acme", "credits", 60_000);
    assertThat(use(30_000).amount()).hasToString("3.80 USD");

    shop.clock.set("2026-01-02T01:00:00Z");
    assertThat(use(25_000).amount()).hasToString("3.50 USD");
  }

  @Test
  void whatIsUsedIsDeniedAboveItsLimit() {
    mayUse(1_000);
    shop.consume("acme", "credits", 61_000);

    Decision denied = shop.consume("acme", LIST);

    assertThat(denied.allowed()).isFalse();
    assertThat(denied.charge()).isEmpty();
    assertThat(denied.denied().orElseThrow().ways()).noneMatch(Way.Buy.class::isInstance);
  }

  @Test
  void aCancelTakesItsMoneyOffTheDay() {
    mayUse(100_000);
    Decision billed = shop.consume("acme", "credits", 85_000);

    Settlement cancelled = shop.decider.cancel(billed.decisionId().orElseThrow());

    assertThat(cancelled.charge().orElseThrow().amount()).hasToString("-3.50 USD");
    assertThat(cancelled.charge().orElseThrow().lines().get(0).units())
        .isEqualTo(BigDecimal.valueOf(-25_000));
    assertThat(Shop.state(shop.check("acme", LIST), "credits").used()).contains(BigDecimal.ZERO);
  }

  @Test
  void aCancelGivesTheMoneyBackEvenWhenNothingIsBilledByUseAnyMore() {
    mayUse(100_000);
    Decision billed = shop.consume("acme", "credits", 85_000);
    shop.clock.set("2026-01-01T11:00:00Z");
    shop.changes.removeAddOn("crm", "acme", "extra_credits");

    Settlement cancelled = shop.decider.cancel(billed.decisionId().orElseThrow());

    assertThat(cancelled.charge().orElseThrow().amount()).hasToString("-3.50 USD");
  }

  @Test
  void boughtCreditsAreNotBilledByUse() {
    shop.changes.putAddOn("crm", "acme", "extra_credits", StatedHolding.bought(75_000));

    Decision decision = shop.consume("acme", "credits", 135_000);

    assertThat(decision.charge()).isEmpty();
    assertThat(Shop.state(decision, "credits").limit()).contains(BigDecimal.valueOf(135_000));
    assertThat(Shop.state(decision, "credits").included()).contains(BigDecimal.valueOf(60_000));
  }
}
