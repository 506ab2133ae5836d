package dev.tollgate.engine.ledger;

import static dev.tollgate.engine.ledger.Calls.allowed;
import static dev.tollgate.engine.ledger.Calls.billedCredits;
import static dev.tollgate.engine.ledger.Calls.cancel;
import static dev.tollgate.engine.ledger.Calls.changes;
import static dev.tollgate.engine.ledger.Calls.commit;
import static dev.tollgate.engine.ledger.Calls.credits;
import static dev.tollgate.engine.ledger.Calls.denied;
import static dev.tollgate.engine.ledger.Calls.take;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which units are included and which are billed, and on which day. */
interface BillingContract extends LedgerFixture {

  LocalDate FIRST = LocalDate.parse("2026-01-01");

  @Test
  default void unitsBeyondTheIncludedOnesAreBilled() {
    Tally below = allowed(ledger(), take("d1", "2026-01-01T10:00Z", billedCredits(30))).get(0);
    assertThat(below.included()).isEqualTo(30);
    assertThat(below.day()).isEqualTo(Terms.billed(FIRST, 0, 0));

    Tally across = allowed(ledger(), take("d2", "2026-01-01T11:00Z", billedCredits(25))).get(0);
    assertThat(across.included()).isEqualTo(10);
    assertThat(across.billed()).isEqualTo(15);
    assertThat(across.day()).isEqualTo(Terms.billed(FIRST, 0, 15));
    assertThat(across.after().includedUsed()).isEqualTo(40);

    Tally beyond = allowed(ledger(), take("d3", "2026-01-01T12:00Z", billedCredits(45))).get(0);
    assertThat(beyond.included()).isZero();
    assertThat(beyond.day()).isEqualTo(Terms.billed(FIRST, 15, 60));
    denied(ledger(), take("d4", "2026-01-01T12:00Z", billedCredits(1)));
  }

  @Test
  default void includedUnitsThatComeBackAreUsedBeforeAnyAreBilled() {
    allowed(ledger(), take("d1", "2026-01-01T10:00Z", billedCredits(40)));
    allowed(ledger(), take("d2", "2026-01-01T20:00Z", billedCredits(30)));

    // The 30 billed units are still in the window and do not count towards the included ones.
    Tally next = allowed(ledger(), take("d3", "2026-01-02T10:00Z", billedCredits(50))).get(0);
    assertThat(next.included()).isEqualTo(40);
    assertThat(next.day()).isEqualTo(Terms.billed(FIRST.plusDays(1), 0, 10));
  }

  @Test
  default void marksStayWhenTheIncludedAllotmentChanges() {
    allowed(ledger(), take("d1", "2026-01-01T10:00Z", billedCredits(60)));
    Draw more = new Draw(Calls.CREDITS, Terms.billedBeyond(70, Terms.rollingDay(100)), 40);
    Tally tally = allowed(ledger(), take("d2", "2026-01-01T11:00Z", more)).get(0);

    assertThat(tally.included()).isEqualTo(30);
    assertThat(tally.day()).isEqualTo(Terms.billed(FIRST, 20, 30));
  }

  @Test
  default void withoutBillingByUseEveryUnitIsIncluded() {
    Draw plain = new Draw(Calls.CREDITS, Terms.rollingDay(100), 90);
    Tally tally = allowed(ledger(), take("d1", "2026-01-01T10:00Z", plain)).get(0);

    assertThat(tally.included()).isEqualTo(90);
    assertThat(tally.after().includedUsed()).isEqualTo(90);
  }

  @Test
  default void aBilledUnitBelongsToTheDayOfTheAccount() {
    Draw berlin = new Draw(Calls.CREDITS, Terms.in(Terms.BERLIN, billedCredits(0).terms()), 50);
    Tally tally = allowed(ledger(), take("d1", "2026-01-01T23:30Z", berlin)).get(0);
    assertThat(tally.day()).isEqualTo(Terms.billed(FIRST.plusDays(1), 0, 10));

    // The account has moved; the day of the decision stays the one of then.
    Settled.Change change =
        changes(commit(ledger(), "d1", "2026-01-01T23:40Z", billedCredits(45))).get(0);
    assertThat(change.days()).containsExactly(Terms.billed(FIRST.plusDays(1), 10, 5));
    assertThat(change.after().day()).isEqualTo(FIRST);
  }

  @Test
  default void aDaySumsUpAllCountersOfAQuota() {
    CounterTerms terms = billedCredits(0).terms();
    CounterKey mail = new CounterKey("crm", "credits", "acme", List.of("mail"));
    CounterKey sync = new CounterKey("crm", "credits", "acme", List.of("sync"));
    allowed(ledger(), take("d1", "2026-01-01T10:00Z", new Draw(mail, terms, 50)));
    Tally tally =
        allowed(ledger(), take("d2", "2026-01-01T10:00Z", new Draw(sync, terms, 45))).get(0);

    assertThat(tally.day()).isEqualTo(Terms.billed(FIRST, 10, 15));
  }

  @Test
  default void aLowerSettlementTakesBilledUnitsOffFirst() {
    allowed(ledger(), take("d1", "2026-01-01T10:00Z", billedCredits(60)));
    Settled.Change change =
        changes(commit(ledger(), "d1", "2026-01-01T11:00Z", billedCredits(35))).get(0);

    assertThat(change.days()).containsExactly(Terms.billed(FIRST, 20, 0));
    assertThat(change.after().includedUsed()).isEqualTo(35);
  }

  @Test
  default void aCancelTakesItsBilledUnitsOffItsDay() {
    allowed(ledger(), take("d1", "2026-01-01T10:00Z", billedCredits(60)));
    allowed(ledger(), take("d2", "2026-01-01T11:00Z", billedCredits(10)));
    Settled.Change change = changes(cancel(ledger(), "d1", "2026-01-03T12:00Z")).get(0);

    assertThat(change.days()).containsExactly(Terms.billed(FIRST, 30, 10));
  }

  @Test
  default void aHigherSettlementIsBilledOnItsOwnDay() {
    allowed(ledger(), take("d1", "2026-01-01T23:00Z", billedCredits(50)));
    Settled.Change change =
        changes(commit(ledger(), "d1", "2026-01-02T01:00Z", billedCredits(70))).get(0);

    assertThat(change.days()).containsExactly(Terms.billed(FIRST.plusDays(1), 0, 20));
  }

  @Test
  default void severalDrawsFromOneCounterGiveTheirBilledUnitsBackFirst() {
    allowed(ledger(), take("d1", "2026-01-01T10:00Z", billedCredits(45), billedCredits(15)));
    Settled.Change change =
        changes(commit(ledger(), "d1", "2026-01-01T11:00Z", billedCredits(42))).get(0);

    assertThat(change.days()).containsExactly(Terms.billed(FIRST, 20, 2));
    assertThat(change.after().includedUsed()).isEqualTo(40);
  }

  @Test
  default void anExcessIsAllowedUpToTheCeilingOnly() {
    CounterTerms tenPercentMore = Terms.withCeiling(110, Terms.rollingDay(100));
    Draw draw = new Draw(Calls.CREDITS, tenPercentMore, 105);
    Tally tally = allowed(ledger(), take("d1", "2026-01-01T10:00Z", draw)).get(0);
    assertThat(tally.after().remaining(100)).isZero();

    denied(ledger(), take("d2", "2026-01-01T10:00Z", new Draw(Calls.CREDITS, tenPercentMore, 6)));
    denied(ledger(), take("d3", "2026-01-01T10:00Z", credits(1)));
  }

  @Test
  default void whatComesOffTheTopOfADayIsBilledByWhatItWasBilledByWhenItWasAdded() {
    BilledBy dearer = Terms.prices("second");
    Draw later = new Draw(Calls.CREDITS, Terms.billedBeyond(40, dearer, Terms.rollingDay(100)), 20);
    allowed(ledger(), take("d1", "2026-01-01T10:00Z", billedCredits(50)));
    Tally second = allowed(ledger(), take("d2", "2026-01-01T11:00Z", later)).get(0);
    assertThat(second.day()).isEqualTo(new BilledDay(FIRST, 10, 30, Optional.of(dearer)));

    assertThat(changes(commit(ledger(), "d2", "2026-01-01T12:00Z", billedCredits(5))).get(0).days())
        .containsExactly(new BilledDay(FIRST, 30, 15, Optional.of(dearer)));
    assertThat(changes(cancel(ledger(), "d1", "2026-01-01T12:00Z")).get(0).days())
        .containsExactly(
            new BilledDay(FIRST, 15, 10, Optional.of(dearer)), Terms.billed(FIRST, 10, 5));
  }
}
