package dev.tollgate.engine.ledger;

import static dev.tollgate.engine.ledger.Calls.allowed;
import static dev.tollgate.engine.ledger.Calls.billedCredits;
import static dev.tollgate.engine.ledger.Calls.cancel;
import static dev.tollgate.engine.ledger.Calls.changes;
import static dev.tollgate.engine.ledger.Calls.commit;
import static dev.tollgate.engine.ledger.Calls.credits;
import static dev.tollgate.engine.ledger.Calls.denied;
import static dev.tollgate.engine.ledger.Calls.heldUntil;
import static dev.tollgate.engine.ledger.Calls.inFlight;
import static dev.tollgate.engine.ledger.Calls.take;
import static dev.tollgate.engine.ledger.Calls.used;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Room that is held for a call whose cost is known later. */
interface HoldContract extends LedgerFixture {

  @Test
  default void aHoldCountsLikeEverythingElse() {
    allowed(ledger(), hold("d1", credits(80)));
    Shortage shortage =
        denied(ledger(), take("d2", "2026-01-01T10:04Z", credits(21))).shortages().get(0);

    assertThat(shortage.missing()).isEqualTo(1);
    assertThat(shortage.room()).isEqualTo(new Room.At(OneCounter.moment("2026-01-01T10:05Z")));
  }

  @Test
  default void aHoldThatIsNotCommittedInTimeIsReleased() {
    allowed(ledger(), hold("d1", credits(80), inFlight(1)));
    assertThat(used(ledger(), credits(0), "2026-01-01T10:04:59.999Z")).isEqualTo(80);
    assertThat(used(ledger(), credits(0), "2026-01-01T10:05Z")).isZero();
    assertThat(used(ledger(), inFlight(0), "2026-01-01T10:05Z")).isZero();

    allowed(ledger(), take("d2", "2026-01-01T10:05Z", credits(100)));
    assertThat(ledger().find("d1", OneCounter.moment("2026-01-01T10:05Z")).orElseThrow().state())
        .isEqualTo(Recorded.State.EXPIRED);
  }

  @Test
  default void aLookAheadReleasesNothing() {
    allowed(ledger(), hold("d1", credits(80)));
    assertThat(used(ledger(), credits(0), "2026-01-01T11:00Z")).isZero();
    assertThat(used(ledger(), credits(0), "2026-01-01T10:01Z")).isEqualTo(80);
  }

  @Test
  default void theReleaseIsTheNextReturn() {
    allowed(ledger(), take("d1", "2025-12-31T10:04Z", credits(7)));
    allowed(ledger(), take("d2", "2025-12-31T10:06Z", credits(9)));
    Tally tally = allowed(ledger(), hold("d3", credits(80))).get(0);
    assertThat(tally.after().nextReturn()).isEqualTo(OneCounter.back(7, "2026-01-01T10:04Z"));

    Standing later =
        ledger().look(Calls.CREDITS, credits(0).terms(), OneCounter.moment("2026-01-01T10:04Z"));
    assertThat(later.nextReturn()).isEqualTo(OneCounter.back(80, "2026-01-01T10:05Z"));
  }

  @Test
  default void aCommittedHoldStaysFromTheMomentItWasTaken() {
    allowed(ledger(), hold("d1", credits(80)));
    changes(commit(ledger(), "d1", "2026-01-01T10:04Z", credits(60)));

    assertThat(used(ledger(), credits(0), "2026-01-01T10:05Z")).isEqualTo(60);
    assertThat(used(ledger(), credits(0), "2026-01-02T09:59:59.999Z")).isEqualTo(60);
    assertThat(used(ledger(), credits(0), "2026-01-02T10:00Z")).isZero();
  }

  @Test
  default void aCommitAfterTheExpiryDrawsEverythingNow() {
    allowed(ledger(), hold("d1", credits(80), inFlight(1)));
    allowed(ledger(), take("d2", "2026-01-01T10:05Z", credits(30)));
    assertThat(commit(ledger(), "d1", "2026-01-01T10:06Z")).isInstanceOf(Ended.Unsettled.class);

    changes(commit(ledger(), "d1", "2026-01-01T10:07Z", credits(70)));
    assertThat(used(ledger(), credits(0), "2026-01-01T10:07Z")).isEqualTo(100);
    assertThat(used(ledger(), inFlight(0), "2026-01-01T10:07Z")).isZero();
    assertThat(used(ledger(), credits(0), "2026-01-02T10:06:59.999Z")).isEqualTo(70);
    assertThat(used(ledger(), credits(0), "2026-01-02T10:07Z")).isZero();
  }

  @Test
  default void aCancelledHoldIsReleasedAtOnce() {
    allowed(ledger(), hold("d1", credits(80)));
    changes(cancel(ledger(), "d1", "2026-01-01T10:01Z"));

    assertThat(used(ledger(), credits(0), "2026-01-01T10:01Z")).isZero();
  }

  @Test
  default void aCancelAfterTheExpiryGivesNothingBackTwice() {
    allowed(ledger(), hold("d1", credits(80)));
    allowed(ledger(), take("d2", "2026-01-01T10:05Z", credits(30)));
    changes(cancel(ledger(), "d1", "2026-01-01T10:06Z"));

    assertThat(used(ledger(), credits(0), "2026-01-01T10:06Z")).isEqualTo(30);
  }

  @Test
  default void theBilledUnitsOfAHoldEnterTheDayOfTheHoldWhenItIsCommitted() {
    Tally tally = allowed(ledger(), hold("d1", billedCredits(70))).get(0);
    LocalDate day = LocalDate.parse("2026-01-01");
    assertThat(tally.billed()).isEqualTo(30);
    assertThat(tally.day()).isEqualTo(Terms.billed(day, 0, 0));
    allowed(ledger(), take("d2", "2026-01-01T10:01Z", billedCredits(5)));

    Settled.Change change =
        changes(commit(ledger(), "d1", "2026-01-01T10:04Z", billedCredits(60))).get(0);
    assertThat(change.days()).containsExactly(Terms.billed(day, 5, 25));
  }

  @Test
  default void anExpiredHoldIsNeverBilled() {
    allowed(ledger(), hold("d1", billedCredits(70)));
    Tally tally = allowed(ledger(), take("d2", "2026-01-01T10:05Z", billedCredits(50))).get(0);
    assertThat(tally.billed()).isEqualTo(10);

    Settled.Change change = changes(cancel(ledger(), "d1", "2026-01-01T10:06Z")).get(0);
    assertThat(change.days()).isEmpty();
    assertThat(change.after().billedOfDay()).isEqualTo(10);
  }

  private static Take hold(String decision, Draw... draws) {
    return heldUntil("2026-01-01T10:05Z", take(decision, "2026-01-01T10:00Z", draws));
  }
}
