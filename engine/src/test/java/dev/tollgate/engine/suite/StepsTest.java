package dev.tollgate.engine.suite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Every form of step. */
class StepsTest {

  @Test
  void bareAmountsAreConsumedLikeCalls() {
    passes(
        Shop.ofCredits(
            "account small",
            "at 2026-01-01T10:00Z consume 60",
            "at 2026-01-02T09:59:59.999Z consume 40 expect 0 remaining",
            "at 2026-01-02T10:00Z consume 0 expect 60 remaining"));
  }

  @Test
  void aBareAmountOfOneQuotaLeavesTheOthersAlone() {
    passes(
        Shop.ofProduct(
            "account small",
            "consume 60 credits",
            "call items.list key app \"a\" expect used 61 of credits, used 1 of flight"));
  }

  @Test
  void aCompositeCostsWhatIsInIt() {
    passes(
        Shop.ofCredits(
            "account small",
            "call basket.run of (items.list, items.add with records 25) expect cost 4"));
  }

  @Test
  void theEarliestCallEndsFirstAndTheLatestIsCancelled() {
    passes(
        Shop.ofProduct(
            "account small",
            "call items.add with records 100 key app \"a\"",
            "call items.list key app \"b\"",
            "call items.list key app \"c\"",
            "end call",
            "cancel",
            "expect used 11 of credits",
            "call items.list key app \"a\" expect used 1 of flight",
            "call items.list key app \"b\" expect used 2 of flight",
            "call items.list key app \"c\" expect used 1 of flight"));
  }

  @Test
  void aCommitMaySayWhatTheCallCostInTheEnd() {
    passes(
        Shop.ofCredits(
            "account small",
            "call items.add with records 100",
            "commit with records 20",
            "expect used 2",
            "consume 50",
            "commit cost 30 credits",
            "expect used 32"));
  }

  @Test
  void callsEndBeforeAmountsThatWereConsumedByThemselves() {
    passes(
        Shop.ofCredits(
            "account small",
            "consume 50",
            "call items.add with records 100",
            "commit with records 20",
            "expect used 52",
            "commit with records 20 expect refused",
            "commit cost 30 credits",
            "expect used 32"));
  }

  @Test
  void nothingCanEndWhereNothingIsOpen() {
    passes(Shop.ofCredits("account small", "end call expect refused", "cancel expect refused"));
  }

  @Test
  void buyingTwiceAddsUp() {
    passes(
        Shop.ofCredits(
            "account large",
            "buy 100 extra expect 10.00 USD a day",
            "buy 100 extra",
            "expect allotment 400, 15.00 USD a day"));
  }

  @Test
  void moreThanTheMostCannotBeBoughtAndChangesNothing() {
    passes(
        Shop.ofCredits(
            "account large",
            "buy 501 extra expect refused",
            "expect allotment 200",
            "buy 500 extra expect allotment 700"));
  }

  @Test
  void chargesOfAllStepsAddUp() {
    passes(
        Shop.ofCredits(
            "account large",
            "uses up to 500 extra",
            "consume 250 expect charge 5.00 USD",
            "consume 100 expect charge 7.50 USD",
            "expect charge 12.50 USD",
            "cancel expect charge -7.50 USD",
            "expect charge 5.00 USD"));
  }

  private static void passes(TestResult result) {
    assertThat(result.failure()).isEmpty();
  }
}
