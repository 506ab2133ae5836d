package dev.tollgate.engine.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.engine.decide.Commit;
import dev.tollgate.engine.decide.Decision;
import dev.tollgate.engine.decide.InvalidRequest;
import dev.tollgate.engine.decide.Money;
import dev.tollgate.engine.decide.NotFound;
import dev.tollgate.engine.decide.StatedHolding;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Money by day, for units billed by use. */
class StatementTest {

  private final Till till = Till.open();

  private void mayUse(long credits) {
    till.changes.putAddOn("p", "acme", "extra", StatedHolding.used(credits));
  }

  @Test
  void aDayListsTheUnitsOfEachSlabAndTheirMoney() {
    mayUse(1_000);
    till.consume(100);
    till.consume(8);
    till.consume(12);

    assertThat(Till.lines(till.statement("2026-01-01", "2026-01-31")))
        .containsExactly(
            "2026-01-01 used extra 10 × 0.5 = 5.00 USD",
            "2026-01-01 used extra 10 × 0.3 = 3.00 USD");
    assertThat(till.statement("2026-01-01", "2026-01-31").totals())
        .extracting(Object::toString)
        .containsExactly("8.00 USD");
  }

  @Test
  void whatIsTakenOffStandsInLinesOfItsOwn() {
    mayUse(1_000);
    till.consume(100);
    String first = till.consume(15).decisionId().orElseThrow();
    till.consume(5);

    till.decider.cancel(first);

    Statement statement = till.statement("2026-01-01", "2026-01-01");
    assertThat(Till.lines(statement))
        .containsExactly(
            "2026-01-01 used extra 10 × 0.5 = 5.00 USD",
            "2026-01-01 used extra -5 × 0.5 = -2.50 USD",
            "2026-01-01 used extra 10 × 0.3 = 3.00 USD",
            "2026-01-01 used extra -10 × 0.3 = -3.00 USD");
    assertThat(statement.totals()).extracting(Object::toString).containsExactly("2.50 USD");
  }

  @Test
  void aHoldIsBilledOnItsDayOnceItIsCommitted() {
    mayUse(1_000);
    till.consume(100);
    till.clock.set("2026-01-01T23:50:00Z");
    Decision held =
        till.decider.reserve(till.work(40), Map.of("credits", BigDecimal.valueOf(40)), 3_600);
    assertThat(till.statement("2026-01-01", "2026-01-02").days()).isEmpty();

    till.clock.set("2026-01-02T00:10:00Z");
    till.decider.commit(
        held.decisionId().orElseThrow(),
        new Commit.WithCost(Map.of("credits", BigDecimal.valueOf(7))));

    assertThat(Till.lines(till.statement("2026-01-01", "2026-01-02")))
        .containsExactly("2026-01-01 used extra 7 × 0.5 = 3.50 USD");
  }

  @Test
  void aChangeOfThePriceInTheMiddleOfTheDayLeavesWhatWasChargedBefore() {
    mayUse(1_000);
    till.consume(100);
    till.consume(8);
    till.replace(Till.priced("USD per 1 {\nfirst 10 at 5\nbeyond at 3\n}"));
    till.consume(4);

    assertThat(Till.lines(till.statement("2026-01-01", "2026-01-01")))
        .containsExactlyInAnyOrder(
            "2026-01-01 used extra 8 × 0.5 = 4.00 USD",
            "2026-01-01 used extra 2 × 5 = 10.00 USD",
            "2026-01-01 used extra 2 × 3 = 6.00 USD");
  }

  @Test
  void withoutARangeItIsTheLastThirtyDaysInTheZoneOfTheAccount() {
    Statement statement =
        till.book.statement("p", "acme", new AccountBook.Days(Optional.empty(), Optional.empty()));

    assertThat(statement.from()).hasToString("2025-12-03");
    assertThat(statement.to()).hasToString("2026-01-01");
    assertThat(statement.days()).isEmpty();
    assertThat(statement.totals()).isEmpty();
  }

  @Test
  void aRangeThatIsUpsideDownOrTooLongIsRefused() {
    assertThatThrownBy(() -> till.statement("2026-01-02", "2026-01-01"))
        .isInstanceOf(InvalidRequest.class)
        .hasMessageContaining("/query/from");
    assertThatThrownBy(() -> till.statement("2024-01-01", "2025-02-04"))
        .isInstanceOf(InvalidRequest.class)
        .hasMessageContaining("more than 400 days");
    assertThat(till.statement("2024-01-01", "2025-02-03").days()).isEmpty();
  }

  @Test
  void whatADeletedAccountOwesIsStillToldAndItsCallsStillEnd() {
    mayUse(1_000);
    till.consume(100);
    till.consume(8);
    String wrong = till.consume(3).decisionId().orElseThrow();

    till.clock.set("2026-01-01T11:00:00Z");
    till.changes.delete("p", "acme");

    assertThat(Till.lines(till.statement("2026-01-01", "2026-01-01")))
        .containsExactly(
            "2026-01-01 used extra 10 × 0.5 = 5.00 USD",
            "2026-01-01 used extra 1 × 0.3 = 0.30 USD");
    till.decider.cancel(wrong);
    assertThat(till.statement("2026-01-01", "2026-01-01").totals())
        .containsExactly(new Money(new BigDecimal("4.00"), "USD"));
  }

  @Test
  void nobodyHasAStatementWhoIsNotKnown() {
    assertThatThrownBy(
            () -> till.book.statement("p", "nobody", Till.days("2026-01-01", "2026-01-01")))
        .isInstanceOf(NotFound.class);
  }
}
