package dev.tollgate.engine.ledger;

import static dev.tollgate.engine.ledger.Calls.CREDITS;
import static dev.tollgate.engine.ledger.Calls.IN_FLIGHT;
import static dev.tollgate.engine.ledger.Calls.POOL;
import static dev.tollgate.engine.ledger.Calls.allowed;
import static dev.tollgate.engine.ledger.Calls.asRequest;
import static dev.tollgate.engine.ledger.Calls.cancel;
import static dev.tollgate.engine.ledger.Calls.commit;
import static dev.tollgate.engine.ledger.Calls.credits;
import static dev.tollgate.engine.ledger.Calls.outcome;
import static dev.tollgate.engine.ledger.Calls.take;
import static dev.tollgate.engine.ledger.Calls.used;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A ledger that is built anew before each step, some of its counters from images. */
class RestoredLedgerTest extends LedgerContract {

  private static final List<CounterKey> KEYS = List.of(CREDITS, IN_FLIGHT, POOL);

  private final Notebook notebook = new Notebook();
  private InMemoryLedger<Granted, Settled> ledger = notebook.open(Drift.NONE);
  private int opened;

  @Override
  public Ledger<Granted, Settled> ledger() {
    opened++;
    // Of every four steps two end with an image of a counter, in turn.
    if (opened % 4 < 2) {
      notebook.keep(ledger.image(KEYS.get(opened % KEYS.size())));
    }
    ledger = notebook.open(Drift.NONE);
    return ledger;
  }

  @Test
  void nothingChangesWhatCannotBeWrittenDown() {
    allowed(ledger(), take("d1", "2026-01-01T10:00Z", credits(30)));
    notebook.fill(true);
    assertThatThrownBy(() -> outcome(ledger, take("d2", "2026-01-01T10:00Z", credits(5))))
        .isInstanceOf(StoreUnreachable.class);
    assertThatThrownBy(() -> cancel(ledger, "d1", "2026-01-01T10:00Z"))
        .isInstanceOf(StoreUnreachable.class);
    assertThatThrownBy(() -> commit(ledger, "d1", "2026-01-01T10:00Z", credits(2)))
        .isInstanceOf(StoreUnreachable.class);
    assertThatThrownBy(() -> Calls.adjust(ledger, "a1", "2026-01-01T10:00Z", credits(0), 1))
        .isInstanceOf(StoreUnreachable.class);
    assertThat(used(ledger, credits(0), "2026-01-01T10:00Z")).isEqualTo(30);

    notebook.fill(false);
    Calls.changes(cancel(ledger, "d1", "2026-01-01T10:00Z"));
    assertThat(used(ledger, credits(0), "2026-01-01T10:00Z")).isZero();
  }

  @Test
  void aFewOfTheDecisionsThatAreWrittenDownStayInMemory() {
    for (int i = 0; i < Decisions.KEPT + 500; i++) {
      allowed(ledger, asRequest("r" + i, "same", take("d" + i, "2026-01-01T10:00Z", credits(0))));
    }
    assertThat(ledger.decisions()).isEqualTo(Decisions.KEPT);

    // The first ones are read again, and once they have ended they are known in memory.
    assertThat(outcome(ledger, asRequest("r0", "same", take("e", "2026-01-01T11:00Z", credits(0)))))
        .isInstanceOf(Outcome.Replayed.class);
    Calls.changes(cancel(ledger, "d0", "2026-01-01T11:00Z"));
    assertThat(ledger.decisions()).isEqualTo(Decisions.KEPT + 1);
    assertThat(commit(ledger, "d0", "2026-01-01T11:00Z"))
        .isEqualTo(new Ended.Conflict<>(Ended.Reason.DECISION_CANCELLED));
    assertThat(ledger.lastDecision("crm", "acme")).contains(OneCounter.moment("2026-01-01T10:00Z"));
  }

  @Test
  void decisionsThatAreNotWrittenDownYetStayInMemory() {
    notebook.stopWriting();
    for (int i = 0; i < Decisions.KEPT + 500; i++) {
      allowed(ledger, take("d" + i, "2026-01-01T10:00Z", credits(0)));
    }
    assertThat(ledger.decisions()).isEqualTo(Decisions.KEPT + 500);
  }
}
