package dev.tollgate.engine.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.engine.policy.Place;
import dev.tollgate.engine.policy.Price;
import dev.tollgate.engine.policy.Unit;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class PriceTermsTest {

  private static final Place PLACE = new Place("shop.toll", 1, 1);
  private static final Unit CREDITS = new Unit(Unit.Kind.DECLARED, "credit", "credits", 0);
  private static final Unit HOURS = new Unit(Unit.Kind.DECLARED, "hour", "hours", 1);

  private static final List<Price.Slab> SLABS =
      List.of(slab(0, 25_000, "0.00014"), slab(25_000, 100_000, "0.00006"));

  @Test
  void graduatedUnitsCostWhatTheirSlabSays() {
    Curve price =
        new PriceTerms("extra", CREDITS, new Price.Graduated("USD", SLABS, PLACE)).curve();

    assertThat(price.at(0)).contains(Rational.ZERO);
    assertThat(price.at(25_000)).contains(money("3.50"));
    assertThat(price.at(75_000)).contains(money("6.50"));
    assertThat(price.shifted(1).firstBelow(price)).isEmpty();
  }

  @Test
  void allUnitsOfAVolumeCostWhatTheReachedSlabSays() {
    Curve price = new PriceTerms("extra", CREDITS, new Price.Volume("USD", SLABS, PLACE)).curve();

    assertThat(price.at(25_000)).contains(money("3.50"));
    assertThat(price.at(25_001)).contains(money("1.50006"));
    assertThat(price.shifted(1).firstBelow(price)).contains(25_000L);
  }

  @Test
  void aFlatPriceIsDueFromTheFirstUnit() {
    Curve price =
        new PriceTerms("extra", CREDITS, new Price.Flat("USD", new BigDecimal("9.00"), PLACE))
            .curve();

    assertThat(price.at(0)).contains(Rational.ZERO);
    assertThat(price.at(1)).contains(money("9"));
    assertThat(price.at(1_000_000)).contains(money("9"));
  }

  @Test
  void thePackThatIsLargeEnoughIsDue() {
    Price packs = new Price.Packs("USD", List.of(pack(100, "18"), pack(500, "80")), PLACE);

    Curve price = new PriceTerms("extra", CREDITS, packs).curve();

    assertThat(price.at(0)).contains(Rational.ZERO);
    assertThat(price.at(1)).contains(money("18"));
    assertThat(price.at(100)).contains(money("18"));
    assertThat(price.at(101)).contains(money("80"));
  }

  @Test
  void aPriceForAWholeUnitIsSharedByItsSteps() {
    Price price = new Price.Graduated("USD", List.of(slab(0, Long.MAX_VALUE, "1.50")), PLACE);

    assertThat(new PriceTerms("extra", HOURS, price).curve().at(25)).contains(money("3.75"));
  }

  private static Rational money(String amount) {
    return Rational.of(new BigDecimal(amount));
  }

  private static Price.Slab slab(long above, long to, String each) {
    return new Price.Slab(above, to, new BigDecimal(each), "", PLACE);
  }

  private static Price.Pack pack(long size, String money) {
    return new Price.Pack(size, new BigDecimal(money), "", PLACE);
  }
}
