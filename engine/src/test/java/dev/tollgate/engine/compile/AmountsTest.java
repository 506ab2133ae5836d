package dev.tollgate.engine.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.engine.policy.Allotment;
import dev.tollgate.engine.policy.Amount;
import dev.tollgate.engine.policy.Rounding;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AmountsTest {

  @Test
  void aBareNumberIsAnAmountOfTheUnit() {
    assertThat(((Amount.Constant) Shop.amount("credits", "5_000")).value())
        .isEqualByComparingTo("5000");
  }

  @Test
  void theUnitMayBeSaidInSingularOrPlural() {
    assertThat(((Amount.Constant) Shop.amount("credits", "1 credit")).value())
        .isEqualByComparingTo("1");
  }

  @Test
  void aUnitWithOneDecimalTakesOne() {
    assertThat(((Amount.Constant) Shop.amount("row_units", "2.5")).value())
        .isEqualByComparingTo("2.5");
  }

  @Test
  void aLengthOfTimeIsConvertedToTheUnitOfTheQuota() {
    Allotment line =
        Shop.version("seconds", "allot any edition 5 minutes\nany call costs 1")
            .allotments()
            .get(0);
    Amount amount = ((Allotment.Grant.Limit) line.grant()).amount();
    assertThat(((Amount.Constant) amount).value()).isEqualByComparingTo("300");
  }

  @Test
  void seatsCountFromABound() {
    Amount.PerSeat seats = (Amount.PerSeat) Shop.amount("credits", "250 per user above 20");
    assertThat(seats.seat()).isEqualTo("user");
    assertThat(seats.above()).isEqualTo(20);
  }

  @Test
  void aFactOfTheUnitIsAnAmount() {
    assertThat(((Amount.FactValue) Shop.amount("credits", "old")).fact()).isEqualTo("old");
  }

  @Test
  void aNumberMultipliesAnAmountFromEitherSide() {
    assertThat(Shop.amount("credits", "100 × devices")).isInstanceOf(Amount.Times.class);
    assertThat(Shop.amount("credits", "devices × 100")).isInstanceOf(Amount.Times.class);
    assertThat(Shop.amount("credits", "2 × old")).isInstanceOf(Amount.Times.class);
    assertThat(Shop.amount("credits", "100 × edition number")).isInstanceOf(Amount.Times.class);
    assertThat(Shop.amount("credits", "(devices + 2) × 100")).isInstanceOf(Amount.Times.class);
  }

  @Test
  void aShareOfAnAmountIsRoundedWhereItSays() {
    Amount.DividedBy divided =
        (Amount.DividedBy) Shop.amount("credits", "old × share ÷ 1, rounded down");
    assertThat(divided.rounding()).isEqualTo(Rounding.DOWN);
    assertThat(divided.amount()).isInstanceOf(Amount.Times.class);
  }

  @Test
  void atLeastIsTheGreaterOfTwo() {
    assertThat(((Amount.GreaterOf) Shop.amount("credits", "old, at least 100")).choices())
        .satisfiesExactly(
            fact -> assertThat(fact).isInstanceOf(Amount.FactValue.class),
            least -> assertThat(((Amount.Constant) least).value()).isEqualByComparingTo("100"));
  }

  @Test
  void greaterAndLesserTakeSeveral() {
    assertThat(((Amount.GreaterOf) Shop.amount("credits", "greater of old, 5 and 7")).choices())
        .hasSize(3);
    assertThat(((Amount.LesserOf) Shop.amount("credits", "lesser of old and 7")).choices())
        .hasSize(2);
  }

  @Test
  void linesThatGoOnAreOneSum() {
    String line = "5_000\n  plus 250 per user\n  plus old";
    assertThat(((Amount.Sum) Shop.amount("credits", line)).parts()).hasSize(3);
  }

  @Test
  void anEditionThatIsTheSameAsAnotherHasItsLines() {
    List<Allotment> lines =
        Shop.version(
                "credits",
                """
                allot free 5 when users < 10
                allot free 6 when users >= 10
                allot pro same as free
                """)
            .allotments();
    assertThat(lines).hasSize(4);
    assertThat(lines.get(2).editions()).containsExactly("pro");
    assertThat(lines.get(2).grant()).isEqualTo(lines.get(0).grant());
    assertThat(lines.get(3).when()).isEqualTo(lines.get(1).when());
    assertThat(lines.get(3).text()).isEqualTo("allot pro same as free");
  }

  @Test
  void aBucketHasACapacityAndARefill() {
    Allotment line =
        Shop.version("calls", "window bucket\nallot any edition capacity 100 refill 10 per second")
            .allotments()
            .get(0);
    Allotment.Grant.Bucket bucket = (Allotment.Grant.Bucket) line.grant();
    assertThat(bucket.perMillis()).isEqualTo(1_000);
    assertThat(line.editions()).isEqualTo(Set.of("free", "pro"));
  }
}
