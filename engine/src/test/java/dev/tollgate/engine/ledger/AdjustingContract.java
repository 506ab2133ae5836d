package dev.tollgate.engine.ledger;

import static dev.tollgate.engine.ledger.Calls.adjust;
import static dev.tollgate.engine.ledger.Calls.allowed;
import static dev.tollgate.engine.ledger.Calls.billedCredits;
import static dev.tollgate.engine.ledger.Calls.cancel;
import static dev.tollgate.engine.ledger.Calls.changes;
import static dev.tollgate.engine.ledger.Calls.credits;
import static dev.tollgate.engine.ledger.Calls.denied;
import static dev.tollgate.engine.ledger.Calls.heldUntil;
import static dev.tollgate.engine.ledger.Calls.take;
import static dev.tollgate.engine.ledger.Calls.used;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Goodwill credits and corrections. */
interface AdjustingContract extends LedgerFixture {

  LocalDate ON_FIRST = LocalDate.parse("2026-01-01");
  LocalDate ON_SECOND = LocalDate.parse("2026-01-02");

  @Test
  default void whatIsGivenBackMakesRoomAtOnceAndTheRestComesBackAsBefore() {
    allowed(ledger(), take("d1", "2026-01-01T10:00Z", credits(60)));
    allowed(ledger(), take("d2", "2026-01-01T11:00Z", credits(40)));
    Settled.Change change =
        changes(adjust(ledger(), "a1", "2026-01-01T12:00Z", credits(0), 50)).get(0);

    assertThat(change.decided()).isEqualTo(100);
    assertThat(change.settled()).isEqualTo(50);
    assertThat(change.after().used()).isEqualTo(50);
    assertThat(change.booked())
        .containsExactly(new Booking(ON_FIRST, -40, 0), new Booking(ON_FIRST, -10, 0));
    // The latest units went first.
    assertThat(used(ledger(), credits(0), "2026-01-02T10:00Z")).isZero();
    allowed(ledger(), take("d3", "2026-01-01T12:00Z", credits(50)));
  }

  @Test
  default void billedUnitsGoFirstOffTheTopOfTheirDays() {
    allowed(ledger(), take("d1", "2026-01-01T22:00Z", billedCredits(60)));
    allowed(ledger(), take("d2", "2026-01-02T10:00Z", billedCredits(15)));
    Settled.Change change =
        changes(adjust(ledger(), "a1", "2026-01-02T11:00Z", billedCredits(0), 38)).get(0);

    assertThat(change.days())
        .containsExactly(Terms.billed(ON_FIRST, 20, 0), Terms.billed(ON_SECOND, 15, 0));
    assertThat(change.after().used()).isEqualTo(37);
    assertThat(change.after().includedUsed()).isEqualTo(37);
  }

  @Test
  default void moreThanIsUsedCannotBeGivenBack() {
    allowed(ledger(), take("d1", "2026-01-01T10:00Z", credits(30)));
    allowed(ledger(), heldUntil("2026-01-01T12:00Z", take("d2", "2026-01-01T11:30Z", credits(25))));

    assertThat(adjust(ledger(), "a1", "2026-01-01T11:40Z", credits(0), 31))
        .isEqualTo(new Adjusted.TooMuch<>(30));
    assertThat(used(ledger(), credits(0), "2026-01-01T11:40Z")).isEqualTo(55);
    assertThat(adjust(ledger(), "a2", "2026-01-02T10:00Z", credits(0), 1))
        .isEqualTo(new Adjusted.TooMuch<>(0));
  }

  @Test
  default void whatIsHeldStaysHeld() {
    allowed(ledger(), take("d1", "2026-01-01T11:30Z", credits(30)));
    allowed(ledger(), heldUntil("2026-01-01T12:00Z", take("d2", "2026-01-01T11:30Z", credits(25))));
    changes(adjust(ledger(), "a1", "2026-01-01T11:40Z", credits(0), 30));

    assertThat(used(ledger(), credits(0), "2026-01-01T11:59Z")).isEqualTo(25);
    assertThat(used(ledger(), credits(0), "2026-01-01T12:00Z")).isZero();
  }

  @Test
  default void aCorrectionConsumesThoughThereIsNoRoom() {
    allowed(ledger(), take("d1", "2026-01-01T10:00Z", billedCredits(95)));
    Settled.Change change =
        changes(adjust(ledger(), "a1", "2026-01-02T09:00Z", billedCredits(0), -10)).get(0);

    assertThat(change.after().used()).isEqualTo(105);
    assertThat(change.days()).containsExactly(Terms.billed(ON_SECOND, 0, 10));
    assertThat(change.booked()).containsExactly(new Booking(ON_SECOND, 0, 10));
    denied(ledger(), take("d2", "2026-01-02T09:00Z", billedCredits(1)));
    assertThat(used(ledger(), credits(0), "2026-01-03T08:59:59.999Z")).isEqualTo(10);
    assertThat(used(ledger(), credits(0), "2026-01-03T09:00Z")).isZero();
  }

  @Test
  default void aCancelGivesBackWhatWasNotRefundedBefore() {
    allowed(ledger(), take("d1", "2026-01-01T10:00Z", billedCredits(60)));
    changes(adjust(ledger(), "a1", "2026-01-01T11:00Z", billedCredits(0), 25));
    Settled.Change change = changes(cancel(ledger(), "d1", "2026-01-01T12:00Z")).get(0);

    assertThat(change.after().used()).isZero();
    assertThat(change.days()).isEmpty();
    assertThat(change.booked()).containsExactly(new Booking(ON_FIRST, -35, 0));
  }

  @Test
  default void billedUnitsThatWereRefundedFromAnotherDayAreTakenOffOnce() {
    // From the first call on, a stretch does not know on which day a unit was billed.
    Draw ten =
        new Draw(
            Calls.CREDITS,
            Terms.billedBeyond(0, Terms.fromFirstCall(Duration.ofHours(48), 100)),
            10);
    allowed(ledger(), take("d1", "2026-01-01T10:00Z", ten));
    allowed(ledger(), take("d2", "2026-01-02T10:00Z", ten));
    changes(adjust(ledger(), "a1", "2026-01-02T11:00Z", ten, 15));
    Settled.Change change = changes(cancel(ledger(), "d2", "2026-01-02T12:00Z")).get(0);

    assertThat(change.after().used()).isZero();
    assertThat(change.days()).containsExactly(Terms.billed(ON_FIRST, 5, 0));
  }

  @Test
  default void anAdjustmentWithoutAnAnswerChangesNothing() {
    allowed(ledger(), take("d1", "2026-01-01T10:00Z", billedCredits(60)));
    Adjustment adjustment =
        new Adjustment(
            "a1",
            "acme",
            Calls.CREDITS,
            billedCredits(0).terms(),
            25,
            OneCounter.moment("2026-01-01T11:00Z"),
            "goodwill",
            Optional.empty());
    assertThatThrownBy(
            () ->
                ledger()
                    .adjust(
                        adjustment,
                        settled -> {
                          throw new IllegalStateException("no answer");
                        }))
        .hasMessage("no answer");

    Settled.Change change = changes(cancel(ledger(), "d1", "2026-01-01T12:00Z")).get(0);
    assertThat(change.days()).containsExactly(Terms.billed(ON_FIRST, 20, 0));
    assertThat(change.after().used()).isZero();
  }

  @Test
  default void everyFormOfWindowButInFlightGivesBackWhatIsUsedNow() {
    List<CounterTerms> forms =
        List.of(
            Terms.rollingDay(100),
            Terms.calendar(dev.tollgate.engine.policy.Window.CalendarUnit.DAY, Terms.BERLIN, 100),
            Terms.fromFirstCall(Duration.ofHours(24), 100),
            Terms.everyFrom(30, ON_FIRST, Terms.BERLIN, 100),
            Terms.bucket(100, 1, Duration.ofHours(1)));
    for (int i = 0; i < forms.size(); i++) {
      CounterKey key = new CounterKey("crm", "quota " + i, "acme", List.of());
      Draw draw = new Draw(key, forms.get(i), 30);
      allowed(ledger(), take("d" + i, "2026-01-05T10:00Z", draw, draw, draw));
      Draw more = new Draw(key, forms.get(i), 10);
      allowed(ledger(), take("e" + i, "2026-01-05T11:00Z", more));
      long used = used(ledger(), draw, "2026-01-05T11:30Z");
      changes(adjust(ledger(), "a" + i, "2026-01-05T11:30Z", draw, 85));

      assertThat(used(ledger(), draw, "2026-01-05T11:30Z"))
          .as(forms.get(i).window().text())
          .isEqualTo(used - 85);
      assertThat(adjust(ledger(), "b" + i, "2026-01-05T11:30Z", draw, 16))
          .isEqualTo(new Adjusted.TooMuch<>(used - 85));
      changes(cancel(ledger(), "d" + i, "2026-01-05T11:31Z"));
      changes(cancel(ledger(), "e" + i, "2026-01-05T11:31Z"));
      assertThat(used(ledger(), draw, "2026-01-05T11:31Z")).isZero();
    }
  }

  @Test
  default void callsInFlightAreNotAdjusted() {
    assertThatThrownBy(() -> adjust(ledger(), "a1", "2026-01-01T10:00Z", Calls.inFlight(0), 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
