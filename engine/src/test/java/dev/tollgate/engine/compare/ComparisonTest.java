package dev.tollgate.engine.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.engine.policy.Attribute;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  private static final Attribute USERS = Attribute.seat("user");
  private static final Attribute AGENTS = Attribute.seat("agent");

  @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
  void theSmallestNumbersBelowAreThoseThatTryingAllFinds(@ForAll long seed) {
    RandomFormulas random = new RandomFormulas(seed);
    Formula lesser = random.next();
    Formula greater = random.next();
    Optional<Map<Attribute, Long>> first =
        new Comparison(random.ranges).firstBelow(lesser, greater);
    Optional<Map<Attribute, Long>> tried =
        random.points().stream()
            .filter(point -> difference(lesser, greater, point).signum() < 0)
            .findFirst();
    assertThat(first.map(point -> completed(point, random)))
        .as("%s below %s in %s", lesser, greater, random.ranges)
        .isEqualTo(tried);
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void theGreatestDifferenceIsTheOneThatTryingAllFinds(@ForAll long seed) {
    RandomFormulas random = new RandomFormulas(seed);
    Formula greater = random.next();
    Formula lesser = random.next();
    Comparison.Most most = new Comparison(random.ranges).mostAbove(greater, lesser);
    Rational tried =
        random.points().stream()
            .map(point -> difference(greater, lesser, point))
            .max(Rational::compareTo)
            .orElseThrow();
    Map<Attribute, Long> first =
        random.points().stream()
            .filter(point -> difference(greater, lesser, point).equals(tried))
            .findFirst()
            .orElseThrow();
    if (most instanceof Comparison.Most.NoMoreThan bound) {
      assertThat(tried).isLessThanOrEqualTo(bound.by());
      return;
    }
    assertThat(most)
        .as("%s above %s in %s", greater, lesser, random.ranges)
        .isInstanceOfSatisfying(
            Comparison.Most.By.class,
            by -> {
              assertThat(by.by()).isEqualTo(tried);
              assertThat(completed(by.at(), random)).isEqualTo(first);
            });
  }

  /** Numbers on which neither formula hangs are as small as can be. */
  private static Map<Attribute, Long> completed(Map<Attribute, Long> point, RandomFormulas random) {
    Map<Attribute, Long> completed = new LinkedHashMap<>();
    random.ranges.forEach(
        (variable, range) -> completed.put(variable, point.getOrDefault(variable, range.least())));
    return completed;
  }

  private static Rational difference(Formula one, Formula other, Map<Attribute, Long> at) {
    return FormulaValue.of(one, at).orElseThrow().minus(FormulaValue.of(other, at).orElseThrow());
  }

  @Test
  void aCapThatNobodyReachesTogetherIsReachedByBoth() {
    Formula both = each(USERS, 500).plus(each(AGENTS, 300)).plus(number(10_000));
    Formula capped = Formula.leastOf(List.of(both, number(500_000)));
    assertThat(new Comparison(ranges()).firstBelow(capped, both))
        .as("490,000 is 300 × 1,634 − 200")
        .contains(Map.of(USERS, 0L, AGENTS, 1_634L));
  }

  @Test
  void whatHoldsForAllNumbersIsProvedWithoutAnyEnd() {
    Formula greater = each(USERS, 3).plus(each(AGENTS, 2));
    Formula lesser = Formula.leastOf(List.of(each(USERS, 3), each(AGENTS, 2).plus(each(USERS, 1))));
    assertThat(new Comparison(ranges()).firstBelow(greater, lesser)).isEmpty();
  }

  @Test
  void aDifferenceThatGrowsWithoutEndSaysSo() {
    Formula greater = each(USERS, 3).plus(each(AGENTS, 2));
    assertThat(new Comparison(ranges()).mostAbove(greater, each(USERS, 2)))
        .isEqualTo(new Comparison.Most.WithoutEnd());
    assertThat(new Comparison(ranges()).mostAbove(each(USERS, 3), each(USERS, 2)))
        .isEqualTo(new Comparison.Most.WithoutEnd());
  }

  @Test
  void noLimitIsAboveEveryNumber() {
    Comparison comparison = new Comparison(ranges());
    assertThat(comparison.firstBelow(each(USERS, 1), Formula.NO_LIMIT)).contains(Map.of(USERS, 0L));
    assertThat(comparison.firstBelow(Formula.NO_LIMIT, each(USERS, 1))).isEmpty();
    assertThat(comparison.firstBelow(Formula.NO_LIMIT, Formula.NO_LIMIT)).isEmpty();
  }

  @Test
  void whatTakesTooMuchWorkIsGivenUpAndNotGuessed() {
    List<Formula> choices = new ArrayList<>();
    for (int bend = 1; bend <= 12; bend++) {
      choices.add(Formula.leastOf(List.of(each(USERS, bend), each(AGENTS, bend))));
    }
    Formula lesser = Formula.sum(choices);
    Formula greater = each(USERS, 1).plus(each(AGENTS, 1));
    assertThatThrownBy(() -> new Comparison(ranges()).firstBelow(lesser.plus(number(1)), greater))
        .isInstanceOf(TooFine.class)
        .hasMessageContaining("takes more than 1000 steps");
  }

  private static Map<Attribute, Range> ranges() {
    Map<Attribute, Range> ranges = new LinkedHashMap<>();
    ranges.put(USERS, Range.ALL);
    ranges.put(AGENTS, Range.ALL);
    return ranges;
  }

  private static Formula each(Attribute variable, long each) {
    return Formula.of(variable, Rational.of(each));
  }

  private static Formula number(long number) {
    return Formula.constant(Rational.of(number));
  }
}
