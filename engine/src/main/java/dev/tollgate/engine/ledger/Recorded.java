package dev.tollgate.engine.ledger;

/**
 * An allowed decision that is still known.
 *
 * @param answer what it was answered
 * @param <A> the answer that is remembered
 */
public record Recorded<A>(Take take, A answer, State state) {

  /** What became of the decision. */
  public enum State {
    /** Neither committed nor cancelled; its units count. */
    OPEN,
    /** A hold that was not committed in time; its units count for nothing. */
    EXPIRED,
    COMMITTED,
    CANCELLED
  }
}
