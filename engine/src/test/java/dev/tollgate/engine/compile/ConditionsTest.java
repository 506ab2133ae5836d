package dev.tollgate.engine.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.Condition;
import dev.tollgate.engine.policy.Value;
import dev.tollgate.engine.policy.ValueSet;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConditionsTest {

  private static Condition.Test test(String condition) {
    return (Condition.Test)
        Shop.cost("credits", "call items.list when " + condition + " costs 2").when();
  }

  @Test
  void whatIsNotAValueMayAlsoNotBeGiven() {
    ValueSet values = test("sort is not \"name\"").values();
    assertThat(values.containsAbsent()).isTrue();
    assertThat(values.contains(Value.word("name"))).isFalse();
    assertThat(values.contains(Value.word("date"))).isTrue();
  }

  @Test
  void aComparisonHoldsForNothingThatIsNotGiven() {
    assertThat(test("offset <= 5").values().containsAbsent()).isFalse();
    assertThat(test("sort is \"name\"").values().containsAbsent()).isFalse();
  }

  @Test
  void notGivenIsNotGivenAlone() {
    ValueSet values = test("sort is not given").values();
    assertThat(values.containsAbsent()).isTrue();
    assertThat(values.example()).isEmpty();
  }

  @Test
  void aFactIsAlwaysGiven() {
    assertThat(test("region is not \"eu\"").values().containsAbsent()).isFalse();
    assertThat(test("region not in (\"eu\", \"us\")").values().containsAbsent()).isFalse();
  }

  @Test
  void aNumberFromZeroIsNeverBelow() {
    assertThat(test("users < 20").values()).isEqualTo(ValueSet.between(0, 19));
    assertThat(test("users at most 20").values()).isEqualTo(ValueSet.between(0, 20));
    assertThat(test("users above 20").values()).isEqualTo(ValueSet.between(21, Long.MAX_VALUE));
    assertThat(test("users at least 20").values()).isEqualTo(ValueSet.between(20, Long.MAX_VALUE));
  }

  @Test
  void amountsAndPercentagesAreComparedInTheirSmallestSteps() {
    assertThat(test("share is 12.5%").values()).isEqualTo(ValueSet.number(12_500_000));
    assertThat(test("old >= 5 credits").values()).isEqualTo(ValueSet.between(5, Long.MAX_VALUE));
  }

  @Test
  void datesAreComparedByDay() {
    long day = LocalDate.of(2025, 10, 30).toEpochDay();
    assertThat(test("signed up before 2025-10-30").values())
        .isEqualTo(ValueSet.between(Long.MIN_VALUE, day - 1));
    assertThat(test("signed up through 2025-10-30").values())
        .isEqualTo(ValueSet.between(Long.MIN_VALUE, day));
    assertThat(test("renewal from 2025-10-30").values())
        .isEqualTo(ValueSet.between(day, Long.MAX_VALUE));
    assertThat(test("renewal after 2025-10-30").values())
        .isEqualTo(ValueSet.between(day + 1, Long.MAX_VALUE));
  }

  @Test
  void whatIsNotOneChoiceIsAnother() {
    assertThat(test("size is not small").values()).isEqualTo(ValueSet.words(List.of("large")));
    assertThat(test("edition is not free").values()).isEqualTo(ValueSet.words(List.of("pro")));
    assertThat(test("paid is not yes").values()).isEqualTo(ValueSet.words(List.of("no")));
  }

  @Test
  void aKeyMayBeNamedWithOrWithoutQuotes() {
    Condition.Test quoted = test("app is \"zapier\"");
    assertThat(test("app is zapier").values()).isEqualTo(quoted.values());
    assertThat(quoted.attribute()).isEqualTo(Attribute.key("app"));
  }

  @Test
  void theChannelIsAnyWord() {
    assertThat(test("channel in (ui, mobile)").values())
        .isEqualTo(ValueSet.words(List.of("mobile", "ui")));
  }

  @Test
  void aCallThatStatesNoChannelIsNotOfTheOneNamed() {
    assertThat(test("channel is not ui").values().containsAbsent()).isTrue();
    assertThat(test("channel is ui").values().containsAbsent()).isFalse();
  }

  @Test
  void alternativesAreKeptAsTheyAreWritten() {
    Condition when =
        Shop.cost(
                "credits",
                "call items.list when paid is yes and (cvid is given or sort is given) costs 2")
            .when();
    assertThat(((Condition.All) when).parts())
        .satisfiesExactly(
            paid -> assertThat(paid).isInstanceOf(Condition.Test.class),
            either -> assertThat(((Condition.Any) either).parts()).hasSize(2));
  }
}
