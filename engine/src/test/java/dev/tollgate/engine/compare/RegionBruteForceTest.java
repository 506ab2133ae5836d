package dev.tollgate.engine.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.Condition;
import dev.tollgate.engine.policy.Condition.Reading;
import dev.tollgate.engine.policy.Condition.Truth;
import dev.tollgate.engine.policy.Value;
import dev.tollgate.engine.policy.ValueSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Regions against judging conditions at every point of a space small enough to visit whole. */
class RegionBruteForceTest {

  private static final Attribute REGION = Attribute.fact("region", false);
  private static final Attribute USERS = Attribute.seat("user");
  private static final Attribute RECORDS = Attribute.parameter("records", true);
  private static final List<String> WORDS = List.of("a", "b", "c");
  private static final long LARGEST = 4;
  private static final List<Map<Attribute, Value>> POINTS = points();

  /** One word beyond those that conditions name stands for all others. */
  private static List<Map<Attribute, Value>> points() {
    List<Optional<Value>> words = new ArrayList<>(List.of(Optional.empty()));
    words.add(Optional.of(Value.word("other")));
    WORDS.forEach(word -> words.add(Optional.of(Value.word(word))));
    List<Optional<Value>> numbers = new ArrayList<>(List.of(Optional.empty()));
    for (long number = -1; number <= LARGEST + 1; number++) {
      numbers.add(Optional.of(Value.number(number)));
    }
    List<Map<Attribute, Value>> points = List.of(Map.of());
    for (Attribute attribute : List.of(Attribute.EDITION, REGION, USERS, RECORDS)) {
      List<Map<Attribute, Value>> longer = new ArrayList<>();
      for (Map<Attribute, Value> point : points) {
        for (Optional<Value> value : attribute.number() ? numbers : words) {
          Map<Attribute, Value> next = new HashMap<>(point);
          value.ifPresent(given -> next.put(attribute, given));
          longer.add(next);
        }
      }
      points = longer;
    }
    return points;
  }

  @Provide
  Arbitrary<Condition> conditions() {
    Arbitrary<Condition> words =
        Combinators.combine(
                Arbitraries.of(Attribute.EDITION, REGION),
                Arbitraries.of(WORDS).set().ofMinSize(1),
                Arbitraries.of(true, false),
                Arbitraries.of(true, false))
            .as(
                (attribute, values, allBut, absent) ->
                    test(attribute, new ValueSet.Words(new TreeSet<>(values), allBut, absent)));
    Arbitrary<Long> bounds = Arbitraries.longs().between(0, LARGEST);
    Arbitrary<Condition> numbers =
        Combinators.combine(
                Arbitraries.of(USERS, RECORDS), bounds, bounds, Arbitraries.of(true, false))
            .as(
                (attribute, a, b, complement) -> {
                  ValueSet between = ValueSet.between(Math.min(a, b), Math.max(a, b));
                  return test(attribute, complement ? between.complement() : between);
                });
    Arbitrary<Condition> tests = Arbitraries.oneOf(words, numbers);
    return Arbitraries.recursive(
        () -> tests,
        inner ->
            Combinators.combine(inner.list().ofMaxSize(3), Arbitraries.of(true, false))
                .as((parts, all) -> all ? new Condition.All(parts) : new Condition.Any(parts)),
        0,
        3);
  }

  private static Condition test(Attribute attribute, ValueSet values) {
    return new Condition.Test(attribute, values, "", Optional.empty());
  }

  private static boolean holds(Condition condition, Map<Attribute, Value> point) {
    Truth truth =
        condition.judge(
            attribute ->
                Optional.ofNullable(point.get(attribute))
                    .<Reading>map(value -> new Reading.Known(value, false))
                    .orElse(Reading.ABSENT));
    return truth == Truth.TRUE;
  }

  private static boolean lies(Map<Attribute, Value> point, Box box) {
    return box.sides().entrySet().stream()
        .allMatch(
            side ->
                Optional.ofNullable(point.get(side.getKey()))
                    .map(value -> side.getValue().contains(value))
                    .orElse(side.getValue().containsAbsent()));
  }

  private static boolean lies(Map<Attribute, Value> point, Region region) {
    return region.boxes().stream().anyMatch(box -> lies(point, box));
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void aRegionHoldsExactlyThePointsWhereItsConditionDoes(
      @ForAll("conditions") Condition condition) {
    Region region = Region.of(condition);

    assertThat(POINTS).allMatch(point -> lies(point, region) == holds(condition, point));
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void setAlgebraOfRegionsIsThatOfTheirPoints(
      @ForAll("conditions") Condition one, @ForAll("conditions") Condition two) {
    Region a = Region.of(one);
    Region b = Region.of(two);
    Region both = a.intersect(b);
    Region either = a.union(b);
    Region rest = a.minus(b);

    for (Map<Attribute, Value> point : POINTS) {
      boolean inA = holds(one, point);
      boolean inB = holds(two, point);
      assertThat(lies(point, both)).isEqualTo(inA && inB);
      assertThat(lies(point, either)).isEqualTo(inA || inB);
      assertThat(lies(point, rest)).isEqualTo(inA && !inB);
    }
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void emptinessCoveringAndExamplesAgreeWithThePoints(
      @ForAll("conditions") Condition one, @ForAll("conditions") Condition two) {
    Region a = Region.of(one);
    Region b = Region.of(two);

    assertThat(a.isEmpty()).isEqualTo(POINTS.stream().noneMatch(point -> holds(one, point)));
    assertThat(a.covers(b))
        .isEqualTo(POINTS.stream().allMatch(point -> holds(one, point) || !holds(two, point)));
    assertThat(a.minus(b).example().map(point -> holds(one, point) && !holds(two, point)))
        .isEqualTo(a.minus(b).isEmpty() ? Optional.empty() : Optional.of(true));
  }
}
