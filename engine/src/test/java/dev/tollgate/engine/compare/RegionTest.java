package dev.tollgate.engine.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.Condition;
import dev.tollgate.engine.policy.Value;
import dev.tollgate.engine.policy.ValueSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RegionTest {

  private static final Attribute REGION = Attribute.fact("region", false);
  private static final Attribute USERS = Attribute.seat("user");
  private static final Attribute CVID = Attribute.parameter("cvid", false);

  private static Condition test(Attribute attribute, ValueSet values) {
    return new Condition.Test(attribute, values, attribute.toString(), Optional.empty());
  }

  private static Condition editionIn(String... editions) {
    return test(Attribute.EDITION, ValueSet.words(List.of(editions)));
  }

  @Test
  void aConditionThatContradictsItselfIsEmpty() {
    Condition both = new Condition.All(List.of(editionIn("free"), editionIn("standard")));

    assertThat(Region.of(both).isEmpty()).isTrue();
    assertThat(Region.of(both).example()).isEmpty();
  }

  @Test
  void noConditionCoversEveryConditionAndNotTheOtherWayRound() {
    Region free = Region.of(editionIn("free"));

    assertThat(Region.of(Condition.ALWAYS).covers(free)).isTrue();
    assertThat(free.covers(Region.everything())).isFalse();
    assertThat(Region.nothing().covers(free)).isFalse();
  }

  @Test
  void linesThatTogetherLeaveNothingHideTheNext() {
    Region few = Region.of(test(USERS, ValueSet.between(0, 9)));
    Region many = Region.of(test(USERS, ValueSet.between(10, Long.MAX_VALUE)));

    Region left =
        Region.of(editionIn("free"))
            .minus(few)
            .minus(many)
            .within(Box.of(USERS, ValueSet.between(0, Long.MAX_VALUE)));

    assertThat(left.isEmpty()).isTrue();
  }

  @Test
  void anExampleMeetsEveryTestAndStatesNoMore() {
    Condition condition =
        new Condition.All(
            List.of(
                test(REGION, ValueSet.words(List.of("eu"))),
                editionIn("standard", "professional"),
                test(USERS, ValueSet.between(5, 20))));

    assertThat(Region.of(condition).example())
        .contains(
            java.util.Map.of(
                REGION,
                Value.word("eu"),
                Attribute.EDITION,
                Value.word("professional"),
                USERS,
                Value.number(5)));
  }

  @Test
  void anExampleLeavesOutWhatACallNeedNotState() {
    Region notThatView = Region.of(test(CVID, ValueSet.words(List.of("7")).complement()));

    assertThat(notThatView.example().orElseThrow()).isEmpty();
    assertThat(notThatView.within(Box.of(CVID, ValueSet.given(false))).example().orElseThrow())
        .containsEntry(CVID, Value.word("other"));
  }

  @Test
  void alternativesThatDifferInOneAttributeBecomeOneBox() {
    Condition either =
        new Condition.Any(List.of(editionIn("free"), editionIn("standard"), editionIn("free")));

    assertThat(Region.of(either).boxes())
        .containsExactly(Box.of(Attribute.EDITION, ValueSet.words(List.of("free", "standard"))));
  }

  @Test
  void aConditionWithTooManyAlternativesIsRefusedByName() {
    List<Condition> parts = new ArrayList<>();
    for (int pair = 0; pair < 20; pair++) {
      int number = pair;
      parts.add(
          new Condition.Any(
              IntStream.of(0, 1)
                  .mapToObj(side -> Attribute.fact("f" + number + "_" + side, false))
                  .map(fact -> test(fact, ValueSet.words(List.of("yes"))))
                  .toList()));
    }

    assertThatThrownBy(() -> Region.of(new Condition.All(parts)))
        .isInstanceOf(Region.TooManyBoxes.class)
        .hasMessageContaining("2000");
  }
}
