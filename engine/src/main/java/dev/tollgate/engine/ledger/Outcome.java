package dev.tollgate.engine.ledger;

import java.util.List;

/**
 * What became of a {@link Take}.
 *
 * @param <A> the answer that is remembered
 */
public sealed interface Outcome<A> {

  <R> R accept(Visitor<A, R> visitor);

  /** All draws had room and are consumed. */
  record Allowed<A>(A answer) implements Outcome<A> {
    @Override
    public <R> R accept(Visitor<A, R> visitor) {
      return visitor.visitAllowed(this);
    }
  }

  /** The request was allowed before; this is its answer of then, and nothing was consumed now. */
  record Replayed<A>(A answer) implements Outcome<A> {
    @Override
    public <R> R accept(Visitor<A, R> visitor) {
      return visitor.visitReplayed(this);
    }
  }

  /**
   * At least one draw had no room; nothing has changed.
   *
   * @param standings one for each draw, in order
   * @param shortages the draws without room, in order; never empty. The first one names the denial.
   */
  record Denied<A>(List<Standing> standings, List<Shortage> shortages) implements Outcome<A> {
    public Denied {
      standings = List.copyOf(standings);
      shortages = List.copyOf(shortages);
    }

    @Override
    public <R> R accept(Visitor<A, R> visitor) {
      return visitor.visitDenied(this);
    }
  }

  /** The request id belongs to another request, or to one whose decision was cancelled. */
  record Conflict<A>(Reason reason) implements Outcome<A> {
    @Override
    public <R> R accept(Visitor<A, R> visitor) {
      return visitor.visitConflict(this);
    }
  }

  /** Why a request id cannot be used. */
  enum Reason {
    /** It was used with another fingerprint. */
    REQUEST_ID_REUSED,
    DECISION_CANCELLED
  }

  /** One method for each outcome. */
  interface Visitor<A, R> {
    R visitAllowed(Allowed<A> allowed);

    R visitReplayed(Replayed<A> replayed);

    R visitDenied(Denied<A> denied);

    R visitConflict(Conflict<A> conflict);
  }
}
