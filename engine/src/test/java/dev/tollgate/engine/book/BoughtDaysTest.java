package dev.tollgate.engine.book;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.engine.decide.StatedHolding;
import dev.tollgate.engine.decide.StatedProfile;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A day costs the price of the most that was held on it. */
class BoughtDaysTest {

  private Till till = Till.open();

  private void buy(long amount) {
    till.changes.putAddOn("p", "acme", "extra", StatedHolding.bought(amount));
  }

  private List<String> lines(String from, String to) {
    return Till.lines(till.statement(from, to));
  }

  @Test
  void eachDayOnWhichItIsHeldIsPaidWhole() {
    buy(10);
    till.clock.set("2026-01-03T00:00:00Z");
    till.changes.removeAddOn("p", "acme", "extra");
    till.clock.set("2026-01-09T00:00:00Z");

    assertThat(lines("2026-01-01", "2026-01-09"))
        .containsExactly(
            "2026-01-01 bought extra 10 × 0.5 = 5.00 USD",
            "2026-01-02 bought extra 10 × 0.5 = 5.00 USD");
  }

  @Test
  void whatADeletedAccountHasBoughtIsPaidUntilThenAlsoWhenItComesBack() {
    buy(10);
    till.clock.set("2026-01-02T09:00:00Z");
    till.changes.delete("p", "acme");
    till.clock.set("2026-01-05T09:00:00Z");
    List<String> owed = lines("2026-01-01", "2026-01-05");
    assertThat(owed)
        .containsExactly(
            "2026-01-01 bought extra 10 × 0.5 = 5.00 USD",
            "2026-01-02 bought extra 10 × 0.5 = 5.00 USD");

    till.changes.putProfile("p", "acme", StatedProfile.ofEdition("basic"), Optional.empty());

    assertThat(lines("2026-01-01", "2026-01-05")).isEqualTo(owed);
    assertThat(till.changes.get("p", "acme").at(till.clock.instant()).orElseThrow().addOns())
        .isEmpty();
  }

  @Test
  void theMostThatWasHeldOnADayCounts() {
    buy(10);
    till.clock.set("2026-01-01T12:00:00Z");
    buy(30);
    till.clock.set("2026-01-01T15:00:00Z");
    till.changes.removeAddOn("p", "acme", "extra");
    till.clock.set("2026-01-02T15:00:00Z");

    assertThat(lines("2026-01-01", "2026-01-02"))
        .containsExactly(
            "2026-01-01 bought extra 10 × 0.5 = 5.00 USD",
            "2026-01-01 bought extra 20 × 0.3 = 6.00 USD");
  }

  @Test
  void daysThatHaveNotBegunAreNotPaidYet() {
    buy(10);

    assertThat(lines("2026-01-01", "2026-01-31")).hasSize(1);
  }

  @Test
  void daysBeforeAPriceChangeKeepTheirPrice() {
    buy(10);
    till.clock.set("2026-01-02T12:00:00Z");
    till.replace(Till.priced("USD per 1 {\nbeyond at 7\n}"));
    till.clock.set("2026-01-03T12:00:00Z");

    assertThat(lines("2026-01-01", "2026-01-03"))
        .containsExactly(
            "2026-01-01 bought extra 10 × 0.5 = 5.00 USD",
            "2026-01-02 bought extra 10 × 0.5 = 5.00 USD",
            "2026-01-03 bought extra 10 × 7 = 70.00 USD");
  }

  @Test
  void anAmountThatAPriceListOfPacksSellsNoMoreIsPaidByTheLastOneThatDid() {
    till = new Till(Till.priced("USD packs {\n5 for 1.00\n20 for 3.00\n}"));
    buy(20);
    till.clock.set("2026-01-01T12:00:00Z");
    till.replace(Till.priced("USD packs {\n5 for 2.00\n50 for 9.00\n}"));
    till.clock.set("2026-01-02T12:00:00Z");

    assertThat(lines("2026-01-02", "2026-01-02"))
        .containsExactly("2026-01-02 bought extra 20 × 3.00 = 3.00 USD");
  }

  @Test
  void aPriceOfAMonthIsPaidOnTheDaysOnWhichMoreIsHeldThanBefore() {
    till = new Till(Till.priced("month", "USD packs {\n5 for 1.00\n20 for 3.00\n}"));
    buy(5);
    till.clock.set("2026-01-10T12:00:00Z");
    buy(20);
    till.clock.set("2026-01-20T12:00:00Z");
    buy(5);
    till.clock.set("2026-02-03T12:00:00Z");

    assertThat(lines("2026-01-01", "2026-02-03"))
        .containsExactly(
            "2026-01-01 bought extra 5 × 1.00 = 1.00 USD",
            "2026-01-10 bought extra -5 × 1.00 = -1.00 USD",
            "2026-01-10 bought extra 20 × 3.00 = 3.00 USD",
            "2026-02-01 bought extra 5 × 1.00 = 1.00 USD");
    assertThat(lines("2026-01-10", "2026-01-31")).hasSize(2);
  }

  @Test
  void daysAreThoseOfTheAccountAndOneThatAZoneBringsTwiceIsPaidOnce() {
    till.changes.putProfile(
        "p",
        "acme",
        StatedProfile.ofEdition("basic").withZone("Pacific/Auckland"),
        Optional.empty());
    buy(10);
    till.clock.set("2026-01-01T12:00:00Z");
    till.changes.putProfile(
        "p",
        "acme",
        StatedProfile.ofEdition("basic").withZone("America/New_York"),
        Optional.empty());
    till.clock.set("2026-01-02T06:00:00Z");

    assertThat(lines("2025-12-31", "2026-01-02"))
        .containsExactly(
            "2026-01-01 bought extra 10 × 0.5 = 5.00 USD",
            "2026-01-02 bought extra 10 × 0.5 = 5.00 USD");
  }
}
