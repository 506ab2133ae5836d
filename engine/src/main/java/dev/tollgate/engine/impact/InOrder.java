package dev.tollgate.engine.impact;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Puts calls into the order in which they came, as long as none stands more than {@value #LINES}
 * lines away from its place. For one thread.
 */
public final class InOrder {

  /** How many calls wait for an earlier one to turn up. */
  public static final int LINES = 10_000;

  private final PriorityQueue<LoggedCall> waiting =
      new PriorityQueue<>(Comparator.comparing(LoggedCall::at).thenComparingLong(LoggedCall::line));
  private Instant last = Instant.MIN;

  /**
   * Takes in a call.
   *
   * @return the call whose turn it is now; empty where more have to be known
   * @throws BadRow if its turn has passed
   */
  public Optional<LoggedCall> add(LoggedCall call) {
    if (call.at().isBefore(last)) {
      throw new BadRow(
          0,
          "the call came before one that stands more than %,d lines above: sort the log by time"
              .formatted(LINES));
    }
    waiting.add(call);
    return waiting.size() > LINES ? next() : Optional.empty();
  }

  /** The next one, once there are no more to take in; empty at the end. */
  public Optional<LoggedCall> next() {
    Optional<LoggedCall> next = Optional.ofNullable(waiting.poll());
    next.ifPresent(call -> last = call.at());
    return next;
  }
}
