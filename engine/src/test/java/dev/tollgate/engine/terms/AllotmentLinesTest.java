package dev.tollgate.engine.terms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.engine.policy.Allotment;
import dev.tollgate.engine.policy.Amount;
import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.Condition;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Quota;
import dev.tollgate.engine.policy.Rule;
import dev.tollgate.engine.policy.Stretch;
import dev.tollgate.engine.policy.Value;
import dev.tollgate.engine.policy.ValueSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Lines of one edition under conditions, and what they need to know. */
class AllotmentLinesTest {

  private static final Condition RETAIL = Draft.word("sector", "retail");
  private static final Condition OTHER =
      Draft.test(Attribute.fact("sector", false), ValueSet.words(List.of("retail")).complement());

  private static final Amount SHARE =
      new Amount.Times(
          Draft.number(1_000, 22), new Amount.FactValue("share", Draft.at(22)), Draft.at(22));

  private static Product product(Rule... rules) {
    List<Allotment> lines =
        List.of(
            Draft.allot(Set.of("free"), Condition.ALWAYS, Draft.limit(Draft.number(5, 20)), 20),
            Draft.allot(Set.of("standard"), RETAIL, Draft.limit(SHARE), 21),
            Draft.allot(Set.of("standard"), OTHER, Draft.limit(Draft.number(7, 22)), 22));
    Quota quota =
        Draft.quota(
            "crm", "credits", Draft.DAY, List.of(Draft.version("", Stretch.FOREVER, lines, 19)));
    return Crm.product(List.of(quota), List.of(), rules);
  }

  private static Profile sector(String edition, String sector) {
    return Draft.stating(Profile.of(edition), Map.of("sector", Value.word(sector)));
  }

  @Test
  void theLineWhoseConditionHoldsApplies() {
    assertThat(Crm.terms(product(), sector("standard", "bank")).available()).isEqualTo(7);
  }

  @Test
  void theConditionOfAnotherEditionsLineDoesNotMatter() {
    assertThat(Crm.terms(product(), Profile.of("free")).available()).isEqualTo(5);
  }

  @Test
  void anUndecidedLineOfTheEditionLeavesTheTermsUndecided() {
    assertThat(Crm.resolve(product(), Profile.of("standard")))
        .isInstanceOfSatisfying(
            Undecided.class,
            undecided ->
                assertThat(undecided.missing()).containsExactly(Attribute.fact("sector", false)));
  }

  @Test
  void aFactInAnAmountIsNeededWhereItsLineApplies() {
    assertThat(Crm.resolve(product(), sector("standard", "retail")))
        .isInstanceOfSatisfying(
            Undecided.class,
            undecided ->
                assertThat(undecided.missing()).containsExactly(Attribute.fact("share", true)));
  }

  @Test
  void aFactInAnAmountThatARuleReplacesIsNotNeeded() {
    Rule sets = Draft.rule("sets", "credits", Condition.ALWAYS, Draft.setTo(9));

    assertThat(Crm.terms(product(sets), sector("standard", "retail")).available()).isEqualTo(9);
  }

  @Test
  void whereNoLineIsForTheAccountNothingIsAllotted() {
    assertThat(Crm.terms(product(), Profile.of("ultimate")).available()).isZero();
  }
}
