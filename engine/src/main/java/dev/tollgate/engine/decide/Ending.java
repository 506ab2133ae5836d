package dev.tollgate.engine.decide;

import dev.tollgate.engine.ledger.Draw;
import dev.tollgate.engine.ledger.Ended;
import dev.tollgate.engine.ledger.Ledger;
import dev.tollgate.engine.ledger.Recorded;
import dev.tollgate.engine.ledger.Settled;
import dev.tollgate.engine.ledger.Shortage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Ends calls: settles what they consumed, or gives everything back. */
final class Ending {

  private final Ledger<Remembered, Settlement> ledger;
  private final EndedCalls endedCalls;

  Ending(Ledger<Remembered, Settlement> ledger, EndedCalls endedCalls) {
    this.ledger = ledger;
    this.endedCalls = endedCalls;
  }

  Settlement commit(String decisionId, Commit commit, Instant now) {
    Recorded<Remembered> recorded = find(decisionId, now);
    EndedCall call = endedCalls.of(recorded, now);
    // A repeated commit is answered as the first one was, whatever it says now.
    List<Draw> draws =
        recorded.state() == Recorded.State.COMMITTED ? List.of() : call.draws(commit);
    dev.tollgate.engine.ledger.Settlement settlement =
        new dev.tollgate.engine.ledger.Settlement(decisionId, now, draws);
    Function<Settled, Settlement> answer =
        settled -> call.answer(Settlement.Outcome.COMMITTED, settled);
    return ledger.commit(settlement, answer).accept(new Answer(decisionId, call));
  }

  Settlement cancel(String decisionId, Instant now) {
    EndedCall call = endedCalls.of(find(decisionId, now), now);
    Function<Settled, Settlement> answer =
        settled -> call.answer(Settlement.Outcome.CANCELLED, settled);
    return ledger.cancel(decisionId, now, answer).accept(new Answer(decisionId, call));
  }

  private Recorded<Remembered> find(String decisionId, Instant now) {
    return ledger
        .find(decisionId, now)
        .orElseThrow(() -> new NotFound("decision", decisionId, Optional.empty()));
  }

  /** What the ledger's outcome is to the caller. */
  private record Answer(String decisionId, EndedCall call)
      implements Ended.Visitor<Settlement, Settlement> {

    @Override
    public Settlement visitDone(Ended.Done<Settlement> done) {
      return done.repeated() ? done.answer().asReplayed() : done.answer();
    }

    @Override
    public Settlement visitUnsettled(Ended.Unsettled<Settlement> unsettled) {
      Shortage first = unsettled.shortages().get(0);
      return call.unsettled(unsettled.draws().get(first.draw()).key(), first.missing());
    }

    @Override
    public Settlement visitConflict(Ended.Conflict<Settlement> conflict) {
      throw switch (conflict.reason()) {
        case DECISION_COMMITTED ->
            new Conflict(
                Conflict.Code.DECISION_COMMITTED, "decision " + decisionId + " was committed");
        case DECISION_CANCELLED ->
            new Conflict(
                Conflict.Code.DECISION_CANCELLED, "decision " + decisionId + " was cancelled");
      };
    }

    @Override
    public Settlement visitUnknown(Ended.Unknown<Settlement> unknown) {
      throw new NotFound("decision", decisionId, Optional.empty());
    }
  }
}
