package dev.tollgate.engine.ledger;

import static dev.tollgate.engine.ledger.Calls.allowed;
import static dev.tollgate.engine.ledger.Calls.cancel;
import static dev.tollgate.engine.ledger.Calls.changes;
import static dev.tollgate.engine.ledger.Calls.commit;
import static dev.tollgate.engine.ledger.Calls.credits;
import static dev.tollgate.engine.ledger.Calls.inFlight;
import static dev.tollgate.engine.ledger.Calls.pool;
import static dev.tollgate.engine.ledger.Calls.repeated;
import static dev.tollgate.engine.ledger.Calls.take;
import static dev.tollgate.engine.ledger.Calls.used;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Commits and cancels. */
interface EndingContract extends LedgerFixture {

  @Test
  default void aCommitAsDecidedOnlyEndsTheCallInFlight() {
    allowed(ledger(), take("d1", "2026-01-01T10:00Z", credits(30), inFlight(1)));
    List<Settled.Change> changes = changes(commit(ledger(), "d1", "2026-01-01T10:01Z"));

    assertThat(changes)
        .extracting(Settled.Change::key)
        .containsExactly(Calls.CREDITS, Calls.IN_FLIGHT);
    assertThat(changes).extracting(Settled.Change::decided).containsExactly(30L, 1L);
    assertThat(changes).extracting(Settled.Change::settled).containsExactly(30L, 0L);
    assertThat(used(ledger(), credits(0), "2026-01-01T10:01Z")).isEqualTo(30);
    assertThat(used(ledger(), inFlight(0), "2026-01-01T10:01Z")).isZero();
  }

  @Test
  default void aLowerCostGivesTheRestBackToTheMomentOfTheDecision() {
    allowed(ledger(), take("d1", "2026-01-01T10:00Z", credits(30)));
    allowed(ledger(), take("d2", "2026-01-01T11:00Z", credits(20)));
    Settled.Change change =
        changes(commit(ledger(), "d1", "2026-01-01T12:00Z", credits(10))).get(0);

    assertThat(change.settled()).isEqualTo(10);
    assertThat(change.after().used()).isEqualTo(30);
    assertThat(change.after().nextReturn()).isEqualTo(OneCounter.back(10, "2026-01-02T10:00Z"));
  }

  @Test
  default void aHigherCostDrawsTheExcessNow() {
    allowed(ledger(), take("d1", "2026-01-01T10:00Z", credits(30)));
    Settled.Change change =
        changes(commit(ledger(), "d1", "2026-01-01T12:00Z", credits(50))).get(0);

    assertThat(change.settled()).isEqualTo(50);
    assertThat(change.after().used()).isEqualTo(50);
    assertThat(used(ledger(), credits(0), "2026-01-02T10:00Z")).isEqualTo(20);
    assertThat(used(ledger(), credits(0), "2026-01-02T12:00Z")).isZero();
  }

  @Test
  default void aHigherCostWithoutRoomChangesNothingAndMayBeTriedAgain() {
    allowed(ledger(), take("d1", "2026-01-01T10:00Z", credits(30), inFlight(1), pool(5)));
    allowed(ledger(), take("d2", "2026-01-01T11:00Z", credits(60)));
    Ended<Settled> ended = commit(ledger(), "d1", "2026-01-01T12:00Z", credits(45), pool(2));

    assertThat(ended).isInstanceOf(Ended.Unsettled.class);
    Ended.Unsettled<Settled> unsettled = (Ended.Unsettled<Settled>) ended;
    assertThat(unsettled.draws()).containsExactly(credits(15));
    assertThat(unsettled.standings()).extracting(Standing::used).containsExactly(90L);
    assertThat(unsettled.shortages())
        .containsExactly(new Shortage(0, 5, new Room.At(OneCounter.moment("2026-01-02T10:00Z"))));
    assertThat(used(ledger(), credits(0), "2026-01-01T12:00Z")).isEqualTo(90);
    assertThat(used(ledger(), inFlight(0), "2026-01-01T10:09Z")).isEqualTo(1);
    assertThat(used(ledger(), pool(0), "2026-01-01T12:00Z")).isEqualTo(5);

    changes(commit(ledger(), "d1", "2026-01-01T12:00Z", credits(40)));
    assertThat(used(ledger(), credits(0), "2026-01-01T12:00Z")).isEqualTo(100);
  }

  @Test
  default void aSettlementMayDrawFromAnotherCounter() {
    allowed(ledger(), take("d1", "2026-01-01T10:00Z", credits(30)));
    List<Settled.Change> changes =
        changes(commit(ledger(), "d1", "2026-01-01T12:00Z", pool(7), inFlight(1)));

    assertThat(changes).extracting(Settled.Change::settled).containsExactly(30L, 7L, 0L);
    assertThat(used(ledger(), pool(0), "2026-01-01T12:00Z")).isEqualTo(7);
    assertThat(used(ledger(), inFlight(0), "2026-01-01T12:00Z")).isZero();
  }

  @Test
  default void severalDrawsFromOneCounterSettleTogether() {
    allowed(ledger(), take("d1", "2026-01-01T10:00Z", credits(30), credits(20)));
    Settled.Change change =
        changes(commit(ledger(), "d1", "2026-01-01T12:00Z", credits(5), credits(10))).get(0);

    assertThat(change.decided()).isEqualTo(50);
    assertThat(change.settled()).isEqualTo(15);
    assertThat(change.after().used()).isEqualTo(15);
  }

  @Test
  default void aCancelGivesEverythingBack() {
    allowed(ledger(), take("d1", "2026-01-01T10:00Z", credits(30), inFlight(1), pool(5)));
    List<Settled.Change> changes = changes(cancel(ledger(), "d1", "2026-01-01T10:05Z"));

    assertThat(changes).extracting(Settled.Change::settled).containsOnly(0L);
    assertThat(changes).extracting(change -> change.after().used()).containsOnly(0L);
  }

  @Test
  default void aRepeatedCommitOrCancelGetsTheFirstAnswer() {
    allowed(ledger(), take("d1", "2026-01-01T10:00Z", credits(30)));
    allowed(ledger(), take("d2", "2026-01-01T10:00Z", credits(30)));
    Ended<Settled> committed = commit(ledger(), "d1", "2026-01-01T11:00Z", credits(20));
    Ended<Settled> cancelled = cancel(ledger(), "d2", "2026-01-01T11:00Z");
    assertThat(repeated(committed)).isFalse();
    assertThat(repeated(cancelled)).isFalse();

    Ended<Settled> committedAgain = commit(ledger(), "d1", "2026-01-01T12:00Z", credits(10));
    Ended<Settled> cancelledAgain = cancel(ledger(), "d2", "2026-01-01T12:00Z");
    assertThat(repeated(committedAgain)).isTrue();
    assertThat(repeated(cancelledAgain)).isTrue();
    assertThat(changes(committedAgain)).isEqualTo(changes(committed));
    assertThat(changes(cancelledAgain)).isEqualTo(changes(cancelled));
    assertThat(used(ledger(), credits(0), "2026-01-01T12:00Z")).isEqualTo(20);
  }

  @Test
  default void aDecisionEndsOneWayOnly() {
    allowed(ledger(), take("d1", "2026-01-01T10:00Z", credits(30)));
    allowed(ledger(), take("d2", "2026-01-01T10:00Z", credits(30)));
    commit(ledger(), "d1", "2026-01-01T11:00Z");
    cancel(ledger(), "d2", "2026-01-01T11:00Z");

    assertThat(cancel(ledger(), "d1", "2026-01-01T12:00Z"))
        .isEqualTo(new Ended.Conflict<>(Ended.Reason.DECISION_COMMITTED));
    assertThat(commit(ledger(), "d2", "2026-01-01T12:00Z"))
        .isEqualTo(new Ended.Conflict<>(Ended.Reason.DECISION_CANCELLED));
    assertThat(used(ledger(), credits(0), "2026-01-01T12:00Z")).isEqualTo(30);
  }

  @Test
  default void aDecisionIsKnownForThirtyFiveDays() {
    allowed(ledger(), take("d1", "2026-01-01T10:00Z", credits(30)));
    allowed(ledger(), take("d2", "2026-01-01T10:00Z", credits(30)));

    assertThat(commit(ledger(), "d1", "2026-02-05T09:59:59.999Z")).isInstanceOf(Ended.Done.class);
    assertThat(commit(ledger(), "d2", "2026-02-05T10:00Z")).isEqualTo(new Ended.Unknown<>());
    assertThat(cancel(ledger(), "d2", "2026-02-05T10:00Z")).isEqualTo(new Ended.Unknown<>());
    assertThat(cancel(ledger(), "d3", "2026-01-01T10:00Z")).isEqualTo(new Ended.Unknown<>());
    assertThat(ledger().find("d2", OneCounter.moment("2026-02-05T10:00Z"))).isEmpty();
  }

  @Test
  default void aDecisionThatIsKnownSaysWhatBecameOfIt() {
    Take take = take("d1", "2026-01-01T10:00Z", credits(30));
    Granted granted = new Granted(allowed(ledger(), take));
    assertThat(ledger().find("d1", OneCounter.moment("2026-01-01T11:00Z")))
        .contains(new Recorded<>(take, granted, Recorded.State.OPEN));

    commit(ledger(), "d1", "2026-01-01T11:00Z");
    assertThat(ledger().find("d1", OneCounter.moment("2026-01-01T11:00Z")))
        .contains(new Recorded<>(take, granted, Recorded.State.COMMITTED));
  }

  @Test
  default void aSettlementCannotDrawOnAnotherAccount() {
    allowed(ledger(), take("d1", "2026-01-01T10:00Z", credits(30)));
    CounterKey others = new CounterKey("crm", "credits", "zylker", List.of());
    Draw draw = new Draw(others, Terms.rollingDay(100), 1);

    assertThatThrownBy(() -> commit(ledger(), "d1", "2026-01-01T11:00Z", draw))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("zylker");
  }

  @Test
  default void whenTheAnswerToACommitFailsItsRepetitionMakesIt() {
    allowed(ledger(), take("d1", "2026-01-01T10:00Z", credits(30)));
    Settlement settlement =
        new Settlement("d1", OneCounter.moment("2026-01-01T11:00Z"), List.of(credits(20)));
    assertThatThrownBy(
            () ->
                ledger()
                    .commit(
                        settlement,
                        settled -> {
                          throw new IllegalStateException("no answer");
                        }))
        .hasMessage("no answer");

    Ended<Settled> ended = ledger().commit(settlement, Function.identity());
    assertThat(changes(ended).get(0).settled()).isEqualTo(20);
    assertThat(used(ledger(), credits(0), "2026-01-01T12:00Z")).isEqualTo(20);
  }
}
