package dev.tollgate.engine.ledger;

import java.util.List;
import java.util.Optional;

/**
 * An allowed decision as it is written down.
 *
 * @param drift the wall clock minus steady time at its moment, in milliseconds
 * @param drawn what it drew, in the order of the draws of the take
 * @param end empty as long as it is neither committed nor cancelled
 * @param <A> the answer to a decision
 * @param <E> the answer to a commit or a cancel
 */
public record Archived<A, E>(
    Take take, long drift, List<Drawn> drawn, A answer, Optional<End<E>> end) {

  public Archived {
    drawn = List.copyOf(drawn);
  }

  /** The same decision after it has ended, or not. */
  public Archived<A, E> ended(Optional<End<E>> how) {
    return new Archived<>(take, drift, drawn, answer, how);
  }

  /**
   * How a decision ended.
   *
   * @param state committed or cancelled
   * @param answer empty when it could not be made yet
   */
  public record End<E>(Recorded.State state, Settled settled, Optional<E> answer) {}
}
