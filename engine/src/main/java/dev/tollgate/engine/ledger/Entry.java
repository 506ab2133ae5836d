package dev.tollgate.engine.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Something that a ledger has done. Entries of one account have the order in which it was done.
 *
 * @param <A> the answer to a decision
 * @param <E> the answer to a commit, a cancel or an adjustment
 */
public sealed interface Entry<A, E> {

  /** Its moment by the wall clock. */
  Instant at();

  /** The wall clock minus steady time at that moment, in milliseconds. */
  long drift();

  /** What it did to counters, in order. */
  List<CounterChange> changes();

  <R> R accept(Visitor<A, E, R> visitor);

  /**
   * A decision was allowed.
   *
   * @param drawn one for each draw, in order: counter, terms, units and their day
   * @param granted the same with how the counters stood
   */
  record Taken<A, E>(
      Take take,
      long drift,
      List<Drawn> drawn,
      Granted granted,
      A answer,
      List<CounterChange> changes)
      implements Entry<A, E> {

    public Taken {
      drawn = List.copyOf(drawn);
      changes = List.copyOf(changes);
    }

    @Override
    public Instant at() {
      return take.at();
    }

    @Override
    public <R> R accept(Visitor<A, E, R> visitor) {
      return visitor.visitTaken(this);
    }
  }

  /**
   * A decision was committed or cancelled. When the answer could not be made, the entry comes again
   * with the answer and without changes, should somebody ask once more; so whatever is booked by
   * the answer is booked with the answer.
   *
   * @param decision the answer to the decision
   * @param state committed or cancelled
   * @param answer the answer to the end
   */
  record Closed<A, E>(
      Take take,
      A decision,
      Recorded.State state,
      Instant at,
      long drift,
      Settled settled,
      Optional<E> answer,
      List<CounterChange> changes)
      implements Entry<A, E> {

    public Closed {
      changes = List.copyOf(changes);
    }

    @Override
    public <R> R accept(Visitor<A, E, R> visitor) {
      return visitor.visitClosed(this);
    }
  }

  /** What an account has used was adjusted. */
  record Adjusted<A, E>(
      Adjustment adjustment, long drift, Settled settled, E answer, List<CounterChange> changes)
      implements Entry<A, E> {

    public Adjusted {
      changes = List.copyOf(changes);
    }

    @Override
    public Instant at() {
      return adjustment.at();
    }

    @Override
    public <R> R accept(Visitor<A, E, R> visitor) {
      return visitor.visitAdjusted(this);
    }
  }

  /** One method for each entry. */
  interface Visitor<A, E, R> {
    R visitTaken(Taken<A, E> taken);

    R visitClosed(Closed<A, E> closed);

    R visitAdjusted(Adjusted<A, E> adjusted);
  }
}
