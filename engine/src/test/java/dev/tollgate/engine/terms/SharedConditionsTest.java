package dev.tollgate.engine.terms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.Condition;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Rule;
import dev.tollgate.engine.policy.Value;
import dev.tollgate.engine.policy.ValueSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Rules whose conditions look alike must not be taken for each other, and equal ones all count. */
class SharedConditionsTest {

  private static final Profile EU =
      Draft.stating(
          Profile.of("standard"), Map.of("region", Value.word("eu"), "sector", Value.word("max")));

  private static long added(Profile profile, Rule... rules) {
    Product product = Crm.product(rules);
    return Crm.terms(product, profile).available() - 5_000;
  }

  @Test
  void manyRulesWithTheSameConditionAllApply() {
    Rule[] same =
        List.of(1L, 2L, 4L, 8L, 16L).stream()
            .map(
                bit ->
                    Draft.rule("rule " + bit, "credits", Draft.edition("standard"), Draft.add(bit)))
            .toArray(Rule[]::new);

    assertThat(added(EU, same)).isEqualTo(31);
    assertThat(added(Draft.stating(Profile.of("professional"), EU.facts()), same)).isEqualTo(5_000);
  }

  @Test
  void equalConditionsInOtherWordsAllApply() {
    Condition plain = Draft.edition("standard");
    Condition wordy =
        new Condition.Test(
            Attribute.EDITION,
            ValueSet.words(List.of("standard")),
            "edition in (standard)",
            Optional.of(Draft.at(9)));

    assertThat(
            added(
                EU,
                Draft.rule("a", "credits", plain, Draft.add(1)),
                Draft.rule("b", "credits", wordy, Draft.add(2)),
                Draft.rule("c", "credits", Draft.all(plain, wordy), Draft.add(4)),
                Draft.rule("d", "credits", Draft.any(wordy, plain), Draft.add(8))))
        .isEqualTo(15);
  }

  @Test
  void oneAttributeIsComparedWithEachWordByItself() {
    Rule[] words =
        List.of("eu", "us", "in", "uk").stream()
            .map(
                word ->
                    Draft.rule(
                        word, "credits", Draft.word("region", word), Draft.add(word.charAt(0))))
            .toArray(Rule[]::new);

    assertThat(added(EU, words)).isEqualTo('e');
  }

  @Test
  void twoAttributesWithTheSameWordAreTwoConditions() {
    assertThat(
            added(
                EU,
                Draft.rule("a", "credits", Draft.edition("ultimate"), Draft.add(1)),
                Draft.rule("b", "credits", Draft.word("sector", "max"), Draft.add(2)),
                Draft.rule("c", "credits", Draft.word("region", "max"), Draft.add(4)),
                Draft.rule("d", "credits", Draft.edition("max"), Draft.add(8))))
        .isEqualTo(2);
  }

  @Test
  void rulesOfOneTitleAndPlaceAllApply() {
    Rule rule = Draft.rule("launch", "credits", Condition.ALWAYS, Draft.add(1));
    Rule twin = Draft.rule("launch", "credits", Condition.ALWAYS, Draft.add(2));

    assertThat(added(EU, rule, twin)).isEqualTo(3);
  }

  @Test
  void wordsThatContainQuotesAndCommasAreNotSeveralWords() {
    Condition one = Draft.word("region", "a\", \"b");
    Condition two = Draft.word("region", "a", "b");

    assertThat(CanonicalText.of(one)).isNotEqualTo(CanonicalText.of(two));
    assertThat(
            added(
                Draft.stating(EU, Map.of("region", Value.word("a"))),
                Draft.rule("one", "credits", one, Draft.add(1)),
                Draft.rule("two", "credits", two, Draft.add(2))))
        .isEqualTo(2);
  }

  @Test
  void aNumberAndAWordOfOneNameAreTwoConditions() {
    Condition number = Draft.test(Attribute.fact("x", true), ValueSet.number(1));
    Condition word = Draft.test(Attribute.fact("x", false), ValueSet.words(List.of("1")));

    assertThat(CanonicalText.of(number)).isNotEqualTo(CanonicalText.of(word));
  }
}
