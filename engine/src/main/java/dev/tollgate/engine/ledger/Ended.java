package dev.tollgate.engine.ledger;

import java.util.List;

/**
 * What became of a commit or a cancel.
 *
 * @param <E> the answer that is remembered
 */
public sealed interface Ended<E> {

  <R> R accept(Visitor<E, R> visitor);

  /**
   * It is done.
   *
   * @param repeated whether it was done before; the answer is the one of then
   */
  record Done<E>(E answer, boolean repeated) implements Ended<E> {
    @Override
    public <R> R accept(Visitor<E, R> visitor) {
      return visitor.visitDone(this);
    }
  }

  /**
   * A commit at a higher cost for which there is no room; nothing has changed and it may be tried
   * again.
   *
   * @param draws what would have had to be drawn now
   * @param standings one for each of these draws, in order
   * @param shortages those without room, in order; never empty
   */
  record Unsettled<E>(List<Draw> draws, List<Standing> standings, List<Shortage> shortages)
      implements Ended<E> {
    public Unsettled {
      draws = List.copyOf(draws);
      standings = List.copyOf(standings);
      shortages = List.copyOf(shortages);
    }

    @Override
    public <R> R accept(Visitor<E, R> visitor) {
      return visitor.visitUnsettled(this);
    }
  }

  /** The decision has already ended the other way. */
  record Conflict<E>(Reason reason) implements Ended<E> {
    @Override
    public <R> R accept(Visitor<E, R> visitor) {
      return visitor.visitConflict(this);
    }
  }

  /** No such decision was allowed within the last 35 days. */
  record Unknown<E>() implements Ended<E> {
    @Override
    public <R> R accept(Visitor<E, R> visitor) {
      return visitor.visitUnknown(this);
    }
  }

  /** How a decision had ended. */
  enum Reason {
    DECISION_COMMITTED,
    DECISION_CANCELLED
  }

  /** One method for each end. */
  interface Visitor<E, R> {
    R visitDone(Done<E> done);

    R visitUnsettled(Unsettled<E> unsettled);

    R visitConflict(Conflict<E> conflict);

    R visitUnknown(Unknown<E> unknown);
  }
}
