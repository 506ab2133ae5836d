package dev.tollgate.engine.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.engine.policy.Amount;
import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.Place;
import dev.tollgate.engine.policy.Rounding;
import dev.tollgate.engine.policy.Unit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class AmountFormulaTest {

  private static final Place PLACE = new Place("shop.toll", 1, 1);
  private static final Unit HOURS = new Unit(Unit.Kind.DECLARED, "hour", "hours", 1);

  private static final Attribute USER = Attribute.seat("user");
  private static final AmountFormula READER = AmountFormula.ofSeats(HOURS, OptionalInt.of(3));

  @Test
  void seatsCountFromTheFirstThatIsNotIncluded() {
    Amount amount = sum(constant("5"), perUser("0.5", 20));

    assertThat(at(amount, 0)).contains(Rational.of(5));
    assertThat(at(amount, 20)).contains(Rational.of(5));
    assertThat(at(amount, 21)).contains(Rational.of(new BigDecimal("5.5")));
  }

  @Test
  void seatsOfEachKindAreCounted() {
    Amount agents = new Amount.PerSeat(BigDecimal.TEN, "agent", 0, PLACE);
    Formula both = READER.of(sum(constant("5"), perUser("1", 0), agents));

    assertThat(FormulaValue.of(both, Map.of(USER, 2L, Attribute.seat("agent"), 3L)))
        .contains(Rational.of(37));
  }

  @Test
  void aQuotientIsRoundedToTheLastDecimalOfTheUnit() {
    Amount third = new Amount.DividedBy(perUser("1", 0), new BigDecimal("3"), Rounding.UP, PLACE);

    assertThat(at(third, 1)).contains(Rational.of(new BigDecimal("0.4")));
    assertThat(at(third, 3)).contains(Rational.of(1));
  }

  @Test
  void theNumberOfTheEditionMultiplies() {
    Amount product = new Amount.Times(perUser("2", 0), new Amount.EditionNumber(PLACE), PLACE);

    assertThat(at(product, 5)).contains(Rational.of(30));
  }

  @Test
  void theGreaterOfTwoIsNoLimitWhereOneHasNone() {
    Amount unlimited =
        new Amount.GreaterOf(List.of(constant("5"), new Amount.NoLimit(PLACE)), PLACE);

    assertThat(at(unlimited, 7)).isEmpty();
  }

  @Test
  void whatAsksForAFactIsNoFormulaOfSeats() {
    Amount old = new Amount.FactValue("old", PLACE);

    assertThatThrownBy(() -> READER.of(sum(constant("5"), old))).isInstanceOf(Inexact.class);
  }

  private static Optional<Rational> at(Amount amount, long users) {
    return FormulaValue.of(READER.of(amount), Map.of(USER, users));
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
