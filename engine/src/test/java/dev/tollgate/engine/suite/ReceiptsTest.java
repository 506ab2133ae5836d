package dev.tollgate.engine.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The receipt of a failing test names the line that is wrong, whichever that may be. */
class ReceiptsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "as of 2026-02-28 | from 2026-03-01 until 2026-06-01 |"
            + " rule \"Spring\" does not apply before 2026-03-01",
        "as of 2026-06-01 | from 2026-03-01 until 2026-06-01 |"
            + " rule \"Spring\" does not apply from 2026-06-01 on",
        "as of 2026-05-31 | from 2026-03-01 until 2026-06-01 |"
            + " rule \"Spring\" applies from 2026-03-01 until 2026-06-01",
      })
  void ruleDatesAreNamed(String asOf, String clause, String value) {
    assertThat(receipt("account small, region is \"eu\"", asOf, "expect allotment 1"))
        .contains(clause + ": " + value);
  }

  @Test
  void aRuleThatOneComparisonAloneKeepsAwayIsNamed() {
    assertThat(receipt("account small, region is \"us\"", "as of 2026-04-01", "expect allotment 1"))
        .contains(
            "when region is \"eu\": rule \"Spring\" does not apply: it asks for `region is"
                + " \"eu\"`");
  }

  @Test
  void aContractOfAnAccountWithANearlyEqualNameIsNamed() {
    assertThat(receipt("account small, id annn", "call items.list expect cost 0"))
        .contains("contract \"Ann\" for shop account ann {: contract \"Ann\" is for account ann");
    assertThat(receipt("account small, id bob", "call items.list expect cost 0"))
        .noneMatch(line -> line.contains("Ann"));
  }

  @Test
  void windowAndCounterAreNamedWhereWhatWasUsedIsNotAsExpected() {
    assertThat(receipt("account small", "consume 40", "expect used 41"))
        .contains(
            "window rolling 24 hours: 40 credits used, 40 back at 2026-01-02T00:00Z",
            "per account: the counter of this account");
    assertThat(receipt("account small", "expect allotment 1"))
        .noneMatch(line -> line.startsWith("window"));
  }

  @Test
  void theCallsBeforeAreNamedWhereWhatWasUsedIsNotAsExpected() {
    assertThat(receipt("account small", "call items.drop with records 4", "expect used 4"))
        .contains(
            "call items.drop costs 6 per record: call items.drop costs 6 per record: 6 × 4 records"
                + " → 24");
  }

  @Test
  void theLevelsAreNamedWhereAWarningIsNotAsExpected() {
    assertThat(receipt("account small", "consume 60 expect warned at 60%"))
        .contains("warn at 50%, 80%: the levels of credits");
  }

  @Test
  void theBoundOfAParameterIsNamedWhereARefusalIsExpected() {
    assertThat(receipt("account small", "call items.add with records 100 expect refused"))
        .contains(
            "calls items.add, items.drop with records up to 100: items.add takes records up to 100");
  }

  @Test
  void whoMayHoldAnAddOnIsNamedWhereItIsRefused() {
    assertThat(receipt("account small", "buy 10 extra expect 1.00 USD a day"))
        .contains("for large: bounds what may be held of extra");
    assertThat(receipt("account small", "bought 10 extra", "expect allotment 110"))
        .contains("for large: bounds what may be held of extra");
  }

  @Test
  void whatBoundsAnAddOnIsNamedWhereTheMostIsNotAsExpected() {
    assertThat(receipt("account large", "expect most 501 extra"))
        .contains("most lesser of 500 and room under cap: 500 at most");
  }

  @Test
  void theLineOfAPriceIsNamed() {
    assertThat(receipt("account large", "buy 10 extra expect 2.00 USD a day"))
        .contains("price USD per 1 {: sets the price of extra");
    assertThat(
            receipt("account large", "uses up to 100 extra", "consume 210 expect charge 2.00 USD"))
        .contains("price USD per 1 {: sets the price of extra");
  }

  /** Each clause of the receipt with each of its values. */
  private static List<String> receipt(String... lines) {
    return Shop.ofCredits(lines).failure().orElseThrow().receipt().stream()
        .flatMap(reason -> reason.values().stream().map(value -> reason.clause() + ": " + value))
        .toList();
  }
}
