package dev.tollgate.server.http.endpoint;

import dev.tollgate.engine.decide.NotFound;
import dev.tollgate.engine.decide.Remembered;
import dev.tollgate.engine.decide.Settlement;
import dev.tollgate.engine.ledger.Ledger;
import dev.tollgate.server.http.access.Caller;
import java.time.InstantSource;
import java.util.Optional;

/** Keeps a token of one product away from decisions about another. */
public final class DecisionGuard {

  private final Ledger<Remembered, Settlement> ledger;
  private final InstantSource clock;

  public DecisionGuard(Ledger<Remembered, Settlement> ledger, InstantSource clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * Lets a caller go on with a decision.
   *
   * @throws NotFound if it is about another product: its id is as good as unknown to this caller
   */
  void admit(Caller caller, String decisionId) {
    boolean foreign =
        caller.product().isPresent()
            && ledger
                .find(decisionId, clock.instant())
                .map(recorded -> !caller.covers(recorded.answer().product()))
                .orElse(false);
    if (foreign) {
      throw new NotFound("decision", decisionId, Optional.empty());
    }
  }
}
