package dev.tollgate.engine.ledger;

import static dev.tollgate.engine.ledger.Calls.allowed;
import static dev.tollgate.engine.ledger.Calls.credits;
import static dev.tollgate.engine.ledger.Calls.denied;
import static dev.tollgate.engine.ledger.Calls.from;
import static dev.tollgate.engine.ledger.Calls.inFlight;
import static dev.tollgate.engine.ledger.Calls.outcome;
import static dev.tollgate.engine.ledger.Calls.pool;
import static dev.tollgate.engine.ledger.Calls.take;
import static dev.tollgate.engine.ledger.Calls.used;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** All draws of a decision, or none. */
interface TakingContract extends LedgerFixture {

  @Test
  default void anAllowedDecisionConsumesAllItsDraws() {
    List<Tally> tallies =
        allowed(ledger(), take("d1", "2026-01-01T10:00Z", credits(3), inFlight(1), pool(2)));

    assertThat(tallies).extracting(tally -> tally.after().used()).containsExactly(3L, 1L, 2L);
    assertThat(used(ledger(), credits(0), "2026-01-01T10:00Z")).isEqualTo(3);
    assertThat(used(ledger(), inFlight(0), "2026-01-01T10:00Z")).isEqualTo(1);
    assertThat(used(ledger(), pool(0), "2026-01-01T10:00Z")).isEqualTo(2);
  }

  @Test
  default void aTallySaysHowTheCounterStands() {
    allowed(ledger(), take("d1", "2026-01-01T10:00Z", credits(3)));
    Tally tally = allowed(ledger(), take("d2", "2026-01-01T11:00Z", credits(4))).get(0);

    assertThat(tally.usedBefore()).isEqualTo(3);
    assertThat(tally.included()).isEqualTo(4);
    assertThat(tally.billed()).isZero();
    assertThat(tally.after().used()).isEqualTo(7);
    assertThat(tally.after().includedUsed()).isEqualTo(7);
    assertThat(tally.after().nextReturn()).isEqualTo(OneCounter.back(3, "2026-01-02T10:00Z"));
  }

  @Test
  default void aDeniedDecisionChangesNothing() {
    allowed(ledger(), take("d1", "2026-01-01T10:00Z", pool(49)));
    denied(ledger(), take("d2", "2026-01-01T11:00Z", credits(3), inFlight(1), pool(2)));

    assertThat(used(ledger(), credits(0), "2026-01-01T11:00Z")).isZero();
    assertThat(used(ledger(), inFlight(0), "2026-01-01T11:00Z")).isZero();
    assertThat(used(ledger(), pool(0), "2026-01-01T11:00Z")).isEqualTo(49);
    assertThat(ledger().find("d2", OneCounter.moment("2026-01-01T11:00Z"))).isEmpty();
  }

  @Test
  default void theFirstDrawWithoutRoomNamesTheDenialAndTheOthersAreListed() {
    allowed(ledger(), take("d1", "2026-01-01T10:00Z", credits(99), pool(50)));
    Outcome.Denied<Granted> denied =
        denied(ledger(), take("d2", "2026-01-01T11:00Z", inFlight(1), pool(1), credits(3)));

    assertThat(denied.standings()).extracting(Standing::used).containsExactly(0L, 50L, 99L);
    Room back = new Room.At(OneCounter.moment("2026-01-02T10:00Z"));
    assertThat(denied.shortages())
        .containsExactly(new Shortage(1, 1, back), new Shortage(2, 2, back));
  }

  @Test
  default void severalDrawsFromOneCounterAreAddedUp() {
    List<Tally> tallies =
        allowed(ledger(), take("d1", "2026-01-01T10:00Z", credits(60), credits(40)));
    assertThat(tallies).extracting(Tally::usedBefore).containsExactly(0L, 60L);
    assertThat(tallies).extracting(tally -> tally.after().used()).containsExactly(60L, 100L);
  }

  @Test
  default void severalDrawsFromOneCounterNeedRoomTogether() {
    allowed(ledger(), take("d1", "2026-01-01T10:00Z", credits(1)));
    Outcome.Denied<Granted> denied =
        denied(ledger(), take("d2", "2026-01-01T11:00Z", credits(60), credits(40), credits(39)));

    assertThat(denied.shortages())
        .containsExactly(new Shortage(1, 1, new Room.At(OneCounter.moment("2026-01-02T10:00Z"))));
    assertThat(used(ledger(), credits(0), "2026-01-01T11:00Z")).isEqualTo(1);
  }

  @Test
  default void accountsHaveCountersOfTheirOwn() {
    allowed(ledger(), take("d1", "2026-01-01T10:00Z", credits(100)));
    allowed(ledger(), from("zylker", take("d2", "2026-01-01T10:00Z", credits(100))));
  }

  @Test
  default void accountsShareThePool() {
    allowed(ledger(), take("d1", "2026-01-01T10:00Z", pool(30)));
    denied(ledger(), from("zylker", take("d2", "2026-01-01T11:00Z", pool(21))));
    allowed(ledger(), from("zylker", take("d3", "2026-01-01T11:00Z", pool(20))));
  }

  @Test
  default void theLastAllowedDecisionOfAnAccountIsKnown() {
    assertThat(ledger().lastDecision("crm", "acme")).isEmpty();
    allowed(ledger(), take("d1", "2026-01-01T10:00Z", credits(100)));
    allowed(ledger(), from("zylker", take("d2", "2026-01-01T11:00Z", credits(1))));
    denied(ledger(), take("d3", "2026-01-01T12:00Z", credits(1)));

    assertThat(ledger().lastDecision("crm", "acme"))
        .contains(OneCounter.moment("2026-01-01T10:00Z"));
  }

  @Test
  default void aDecisionIdIsUsedOnce() {
    allowed(ledger(), take("d2", "2026-01-01T10:00Z", credits(1)));
    allowed(ledger(), take("d1", "2026-01-01T10:00Z", credits(1)));
    for (String used : List.of("d1", "d2", "d1")) {
      assertThatThrownBy(() -> outcome(ledger(), take(used, "2026-01-01T10:00Z", credits(1))))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(used);
    }
    assertThat(used(ledger(), credits(0), "2026-01-01T10:00Z")).isEqualTo(2);
  }

  @Test
  default void aFailureToMakeTheAnswerConsumesNothing() {
    Take failing = take("d1", "2026-01-01T10:00Z", credits(3), inFlight(1));
    assertThatThrownBy(
            () ->
                ledger()
                    .take(
                        failing,
                        granted -> {
                          throw new IllegalStateException("no answer");
                        }))
        .hasMessage("no answer");

    assertThat(used(ledger(), credits(0), "2026-01-01T10:00Z")).isZero();
    assertThat(used(ledger(), inFlight(0), "2026-01-01T10:00Z")).isZero();
    allowed(ledger(), take("d1", "2026-01-01T10:00Z", credits(100), inFlight(5)));
  }

  @Test
  default void aThresholdThatNobodyWasToldOfIsReportedWithTheNextDecision() {
    Draw warned = new Draw(Calls.CREDITS, Terms.warningAt(List.of(80L), Terms.rollingDay(100)), 80);
    assertThatThrownBy(
            () ->
                ledger()
                    .take(
                        take("d1", "2026-01-01T10:00Z", warned),
                        granted -> {
                          throw new IllegalStateException("no answer");
                        }))
        .hasMessage("no answer");

    assertThat(allowed(ledger(), take("d2", "2026-01-01T10:01Z", warned)).get(0).crossed())
        .containsExactly(0);
  }

  @Test
  default void aCounterWhoseWindowHasChangedBeginsAnew() {
    allowed(ledger(), take("d1", "2026-01-01T10:00Z", credits(100)));
    Draw hourly = new Draw(Calls.CREDITS, Terms.fromFirstCall(Duration.ofHours(1), 100), 70);
    allowed(ledger(), take("d2", "2026-01-01T11:00Z", hourly));

    Calls.cancel(ledger(), "d1", "2026-01-01T11:30Z");
    assertThat(used(ledger(), hourly, "2026-01-01T11:30Z")).isEqualTo(70);
  }

  @Test
  default void aCounterThatBeganAnewTwiceGivesNothingBackOfTheFirstTime() {
    Draw hourly = new Draw(Calls.CREDITS, Terms.fromFirstCall(Duration.ofHours(1), 100), 70);
    allowed(ledger(), take("d1", "2026-01-01T10:00Z", credits(20)));
    allowed(ledger(), take("d2", "2026-01-01T11:00Z", hourly));
    allowed(ledger(), take("d3", "2026-01-01T12:00Z", credits(30)));

    Calls.cancel(ledger(), "d1", "2026-01-01T13:00Z");
    assertThat(used(ledger(), credits(0), "2026-01-01T13:00Z")).isEqualTo(30);
  }
}
