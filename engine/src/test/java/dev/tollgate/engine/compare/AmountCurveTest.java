package dev.tollgate.engine.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.engine.policy.Amount;
import dev.tollgate.engine.policy.Place;
import dev.tollgate.engine.policy.Rounding;
import dev.tollgate.engine.policy.Unit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class AmountCurveTest {

  private static final Place PLACE = new Place("shop.toll", 1, 1);
  private static final Unit HOURS = new Unit(Unit.Kind.DECLARED, "hour", "hours", 1);

  @Test
  void seatsCountFromTheFirstThatIsNotIncluded() {
    Curve amount = curve(sum(constant("5"), perUser("0.5", 20))).orElseThrow();

    assertThat(amount.at(0)).contains(Rational.of(5));
    assertThat(amount.at(20)).contains(Rational.of(5));
    assertThat(amount.at(21)).contains(Rational.of(new BigDecimal("5.5")));
  }

  @Test
  void seatsOfAnotherKindAreNone() {
    Amount agents = new Amount.PerSeat(BigDecimal.TEN, "agent", 0, PLACE);

    assertThat(curve(sum(constant("5"), agents)).orElseThrow().constantValue())
        .contains(Rational.of(5));
  }

  @Test
  void aQuotientIsRoundedToTheLastDecimalOfTheUnit() {
    Amount third = new Amount.DividedBy(perUser("1", 0), new BigDecimal("3"), Rounding.UP, PLACE);

    assertThat(curve(third).orElseThrow().at(1)).contains(Rational.of(new BigDecimal("0.4")));
    assertThat(curve(third).orElseThrow().at(3)).contains(Rational.of(1));
  }

  @Test
  void theNumberOfTheEditionMultiplies() {
    Amount product = new Amount.Times(perUser("2", 0), new Amount.EditionNumber(PLACE), PLACE);

    assertThat(curve(product).orElseThrow().at(5)).contains(Rational.of(30));
  }

  @Test
  void theGreaterOfTwoIsNoLimitWhereOneHasNone() {
    Amount unlimited =
        new Amount.GreaterOf(List.of(constant("5"), new Amount.NoLimit(PLACE)), PLACE);

    assertThat(curve(unlimited).orElseThrow().at(7)).isEmpty();
  }

  @Test
  void aFactIsNoFunctionOfSeats() {
    assertThat(curve(sum(constant("5"), new Amount.FactValue("old", PLACE)))).isEmpty();
  }

  @Test
  void aProductOfTwoNumbersOfSeatsIsNotWorkedWith() {
    assertThat(curve(new Amount.Times(perUser("1", 0), perUser("1", 0), PLACE))).isEmpty();
  }

  private static Optional<Curve> curve(Amount amount) {
    return amount.accept(new AmountCurve("user", HOURS, OptionalInt.of(3)));
  }

  private static Amount constant(String value) {
    return new Amount.Constant(new BigDecimal(value), PLACE);
  }

  private static Amount perUser(String each, long above) {
    return new Amount.PerSeat(new BigDecimal(each), "user", above, PLACE);
  }

  private static Amount sum(Amount... parts) {
    return new Amount.Sum(List.of(parts), PLACE);
  }
}
