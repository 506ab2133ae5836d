package dev.tollgate.engine.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.engine.policy.Place;
import dev.tollgate.engine.policy.Price;
import dev.tollgate.engine.policy.Unit;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PricingTest {

  private static final Place HERE = new Place("crm.toll", 1, 1);
  private static final Unit CREDITS = new Unit(Unit.Kind.DECLARED, "credit", "credits", 0);

  private static final List<Price.Slab> SLABS =
      List.of(
          slab(0, 25_000, "0.00014"),
          slab(25_000, 100_000, "0.00006"),
          slab(100_000, 250_000, "0.00005"),
          slab(250_000, 500_000, "0.000025"),
          slab(500_000, 1_000_000, "0.000012"));

  private static final Price GRADUATED = new Price.Graduated("USD", SLABS, HERE);

  private static Price.Slab slab(long above, long to, String each) {
    return new Price.Slab(above, to, new BigDecimal(each), "to " + to, HERE);
  }

  private static String price(Price price, long steps) {
    return Pricing.of(price, steps, CREDITS).money().toString();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.00 USD",
    "1, 0.00014 USD",
    "25000, 3.50 USD",
    "25001, 3.50006 USD",
    "75000, 6.50 USD",
    "80000, 6.80 USD",
    "100000, 8.00 USD",
    "250000, 15.50 USD",
    "250001, 15.500025 USD",
    "500000, 21.75 USD",
    "1000000, 27.75 USD"
  })
  void eachUnitOfAGraduatedPriceIsChargedInItsOwnSlab(long units, String money) {
    assertThat(price(GRADUATED, units)).isEqualTo(money);
  }

  @Test
  void theLinesOfAPriceAddUpToIt() {
    Pricing pricing = Pricing.of(GRADUATED, 80_000, CREDITS);

    assertThat(pricing.lines())
        .extracting(line -> line.units().toPlainString() + " for " + line.amount())
        .containsExactly("25000 for 3.50 USD", "55000 for 3.30 USD");
  }

  @Test
  void usedUnitsBeyondTheLastSlabAreChargedLikeItsLast() {
    assertThat(price(GRADUATED, 1_000_001)).isEqualTo("27.750012 USD");
    assertThat(Pricing.sells(GRADUATED, 1_000_001)).isFalse();
  }

  @Test
  void aVolumePriceChargesAllUnitsAtTheSlabReached() {
    Price volume = new Price.Volume("USD", SLABS, HERE);

    assertThat(price(volume, 25_000)).isEqualTo("3.50 USD");
    assertThat(price(volume, 25_001)).isEqualTo("1.50006 USD");
  }

  @Test
  void aFlatPriceIsTheSameForAnyAmountButNothing() {
    Price flat = new Price.Flat("JPY", new BigDecimal("500"), HERE);

    assertThat(price(flat, 0)).isEqualTo("0 JPY");
    assertThat(price(flat, 7)).isEqualTo("500 JPY");
  }

  @Test
  void packsAreSoldInTheirSizesAlone() {
    Price packs =
        new Price.Packs(
            "USD",
            List.of(
                new Price.Pack(10_000, new BigDecimal("18"), "10_000 for 18.00", HERE),
                new Price.Pack(50_000, new BigDecimal("80"), "50_000 for 80.00", HERE)),
            HERE);

    assertThat(price(packs, 50_000)).isEqualTo("80.00 USD");
    assertThat(Pricing.sells(packs, 20_000)).isFalse();
    assertThat(Pricing.leastSold(packs, 10_001)).hasValue(50_000);
    assertThat(Pricing.leastSold(packs, 50_001)).isEmpty();
    assertThatThrownBy(() -> price(packs, 20_000)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void unitsWithDecimalsAreChargedByTheUnitAndNotByTheStep() {
    Unit tenths = new Unit(Unit.Kind.DECLARED, "row_unit", "row_units", 1);
    Price price = new Price.Graduated("USD", List.of(slab(0, 1_000, "2")), HERE);

    assertThat(Pricing.of(price, 15, tenths).money()).hasToString("3.00 USD");
  }

  private static String change(Price price, long before, long after) {
    Pricing change = Pricing.difference(price, before, after, CREDITS);
    List<String> lines =
        change.lines().stream()
            .map(line -> line.units().toPlainString() + " for " + line.amount())
            .toList();
    return String.join(", ", lines) + " = " + change.money();
  }

  @Test
  void aDifferenceLiesInTheSlabsBetweenBothAmounts() {
    assertThat(change(GRADUATED, 20_000, 30_000))
        .isEqualTo("5000 for 0.70 USD, 5000 for 0.30 USD = 1.00 USD");
    assertThat(change(GRADUATED, 80_000, 25_000)).isEqualTo("-55000 for -3.30 USD = -3.30 USD");
    assertThat(change(GRADUATED, 7, 7)).isEqualTo(" = 0.00 USD");
  }

  @Test
  void aVolumePriceTakesBackWhatItChargedBelowTheSlabReached() {
    Price volume = new Price.Volume("USD", SLABS, HERE);

    assertThat(change(volume, 20_000, 25_000)).isEqualTo("5000 for 0.70 USD = 0.70 USD");
    assertThat(change(volume, 25_000, 30_000))
        .isEqualTo("-25000 for -3.50 USD, 30000 for 1.80 USD = -1.70 USD");
  }

  @Test
  void aFlatPriceChargesItsFirstUnitsAlone() {
    Price flat = new Price.Flat("USD", new BigDecimal("5"), HERE);

    assertThat(change(flat, 0, 3)).isEqualTo("3 for 5.00 USD = 5.00 USD");
    assertThat(change(flat, 3, 9)).isEqualTo("6 for 0.00 USD = 0.00 USD");
    assertThat(change(flat, 9, 0)).isEqualTo("-9 for -5.00 USD = -5.00 USD");
  }

  @Test
  void aLargerPackComesInThePlaceOfTheSmaller() {
    Price packs =
        new Price.Packs(
            "USD",
            List.of(
                new Price.Pack(10_000, new BigDecimal("18"), "10_000 for 18.00", HERE),
                new Price.Pack(50_000, new BigDecimal("80"), "50_000 for 80.00", HERE)),
            HERE);

    assertThat(change(packs, 10_000, 50_000))
        .isEqualTo("-10000 for -18.00 USD, 50000 for 80.00 USD = 62.00 USD");
  }
}
