package dev.tollgate.engine.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.engine.policy.Amount;
import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Rounding;
import dev.tollgate.engine.policy.Unit;
import dev.tollgate.engine.policy.Value;
import dev.tollgate.engine.policy.ValueType;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArithmeticTest {

  private static final Unit TENTHS = new Unit(Unit.Kind.DECLARED, "row unit", "row_units", 1);
  private static final Product PRODUCT = product();

  private static Product product() {
    Product.Edition gold =
        new Product.Edition("gold", "Gold", List.of(), OptionalInt.of(3), Draft.at(5));
    return new Product(
        "crm",
        "CRM",
        ZoneOffset.UTC,
        List.of(),
        List.of(new Product.Seat("user", "users", Draft.at(3))),
        List.of(
            Draft.fact("share", new ValueType.Percent()),
            Draft.fact("rows", new ValueType.Quantity(TENTHS)),
            Draft.fact("machines", new ValueType.Count())),
        List.of(),
        List.of(gold),
        List.of(),
        true,
        List.of(),
        List.of(),
        List.of(),
        Draft.at(1));
  }

  private final Profile profile =
      Draft.with(
          Draft.stating(
              Profile.of("gold"),
              Map.of("share", Value.number(80_000_000), "rows", Value.number(15))),
          "user",
          25);

  private final Needs needs = new Needs(new ProfileReadings(PRODUCT, profile));

  private Arithmetic in(Unit unit) {
    return new Arithmetic(PRODUCT, profile, unit, needs);
  }

  private long steps(Amount amount, Unit unit) {
    Arithmetic arithmetic = in(unit);
    return arithmetic.steps(arithmetic.work(amount), amount.place());
  }

  private long credits(Amount amount) {
    return steps(amount, Draft.CREDITS);
  }

  private String text(Amount amount) {
    return in(Draft.CREDITS).work(amount).text();
  }

  private static Amount of(String number) {
    return new Amount.Constant(new BigDecimal(number), Draft.at(7));
  }

  private static Amount times(Amount left, Amount right) {
    return new Amount.Times(left, right, Draft.at(7));
  }

  private static Amount divided(Amount amount, String by, Rounding rounding) {
    return new Amount.DividedBy(amount, new BigDecimal(by), rounding, Draft.at(7));
  }

  private static Amount fact(String name) {
    return new Amount.FactValue(name, Draft.at(7));
  }

  private static final Amount NO_LIMIT = new Amount.NoLimit(Draft.at(7));

  @Test
  void amountsAreCountedInStepsOfTheirUnit() {
    assertThat(steps(of("2.5"), TENTHS)).isEqualTo(25);
    assertThat(steps(fact("rows"), TENTHS)).isEqualTo(15);
    assertThat(credits(of("5000.0"))).isEqualTo(5_000);
  }

  @Test
  void aPercentageIsAShareOfOne() {
    assertThat(credits(times(of("1000"), fact("share")))).isEqualTo(800);
    assertThat(text(times(of("1000"), fact("share")))).isEqualTo("1_000 × 80% share");
  }

  @Test
  void seatsAboveAnumberCountFromThere() {
    Amount above = new Amount.PerSeat(new BigDecimal("100"), "user", 20, Draft.at(7));
    Amount farAbove = new Amount.PerSeat(new BigDecimal("100"), "user", 30, Draft.at(7));

    assertThat(credits(above)).isEqualTo(500);
    assertThat(text(above)).isEqualTo("100 × 5 users above 20");
    assertThat(credits(farAbove)).isZero();
  }

  @Test
  void anEditionHasTheNumberItDeclares() {
    assertThat(credits(times(of("10"), new Amount.EditionNumber(Draft.at(7))))).isEqualTo(30);
  }

  @ParameterizedTest
  @CsvSource({"UP, 4", "DOWN, 3", "NEAREST, 3"})
  void aDivisionRoundsAsItSays(Rounding rounding, long expected) {
    assertThat(credits(divided(of("10"), "3", rounding))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"UP, 34", "DOWN, 33", "NEAREST, 33"})
  void aDivisionRoundsAtTheLastDecimalOfTheUnit(Rounding rounding, long expected) {
    assertThat(steps(divided(of("10"), "3", rounding), TENTHS)).isEqualTo(expected);
  }

  @Test
  void aDivisionByAFractionIsExact() {
    assertThat(credits(divided(of("10"), "2.5", Rounding.UP))).isEqualTo(4);
    assertThat(credits(divided(of("0.1"), "0.025", Rounding.UP))).isEqualTo(4);
    assertThat(text(divided(of("10"), "2.5", Rounding.UP))).isEqualTo("10 ÷ 2.5, rounded up");
  }

  @Test
  void noLimitIsGreaterThanEveryNumber() {
    Amount both = new Amount.Sum(List.of(of("5"), NO_LIMIT), Draft.at(7));

    assertThat(credits(both)).isEqualTo(Unit.UNLIMITED);
    assertThat(credits(new Amount.LesserOf(List.of(of("5"), NO_LIMIT), Draft.at(7)))).isEqualTo(5);
    assertThat(credits(new Amount.GreaterOf(List.of(of("5"), NO_LIMIT), Draft.at(7))))
        .isEqualTo(Unit.UNLIMITED);
    assertThat(credits(times(of("0"), NO_LIMIT))).isZero();
    assertThat(credits(divided(NO_LIMIT, "3", Rounding.UP))).isEqualTo(Unit.UNLIMITED);
  }

  @Test
  void sumsInsideProductsAreWrittenInParentheses() {
    Amount sum = new Amount.Sum(List.of(of("5000"), of("1")), Draft.at(7));

    assertThat(text(times(sum, of("2")))).isEqualTo("(5_000 + 1) × 2");
    assertThat(text(new Amount.LesserOf(List.of(sum, of("7")), Draft.at(7))))
        .isEqualTo("lesser of (5_000 + 1) and 7");
  }

  @Test
  void choicesAndQuotientsInsideSumsAreWrittenInParentheses() {
    Amount greater = new Amount.GreaterOf(List.of(of("35"), of("7")), Draft.at(7));
    Amount quotient = divided(of("10"), "3", Rounding.UP);

    assertThat(text(new Amount.Sum(List.of(greater, quotient, of("1")), Draft.at(7))))
        .isEqualTo("(greater of 35 and 7) + (10 ÷ 3, rounded up) + 1");
  }

  @Test
  void anUnknownFactIsNotedAndNotGuessed() {
    credits(fact("machines"));

    assertThat(needs.missing()).containsExactly(Attribute.fact("machines", true));
  }

  @Test
  void whatDoesNotFitIsRefusedWithItsPlaceAndValue() {
    assertThatThrownBy(() -> credits(times(of("9223372036854775807"), of("2"))))
        .isInstanceOf(ArithmeticException.class)
        .hasMessage("crm.toll:7: 18_446_744_073_709_551_614 credits is more than can be counted");
    assertThatThrownBy(() -> credits(of("9223372036854775807")))
        .isInstanceOf(ArithmeticException.class);
    assertThat(credits(of("9223372036854775806"))).isEqualTo(Long.MAX_VALUE - 1);
  }

  @Test
  void aPartOfAStepIsRefusedWhereNoRoundingIsStated() {
    assertThatThrownBy(() -> credits(times(of("33"), fact("share"))))
        .isInstanceOf(ArithmeticException.class)
        .hasMessageContaining("26.4 credits");
    assertThat(credits(divided(times(of("33"), fact("share")), "1", Rounding.DOWN))).isEqualTo(26);
  }
}
