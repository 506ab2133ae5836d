package dev.tollgate.engine.impact;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Puts calls into the order in which they came, as long as none stands more than {@value #LINES}
 * lines away from its place. For one thread.
 */
public final class InOrder {

  /** How many calls wait for an earlier one to turn up. */
  public static final int LINES = 10_000;

  private static final Comparator<LoggedCall> ORDER =
      Comparator.comparing(LoggedCall::at).thenComparingLong(LoggedCall::line);

  /** Calls that wait, none earlier than the one before; most logs have no others. */
  private final Deque<LoggedCall> sorted = new ArrayDeque<>();

  /** The other ones. */
  private final PriorityQueue<LoggedCall> stragglers = new PriorityQueue<>(ORDER);

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
    if (sorted.isEmpty() || !call.at().isBefore(sorted.getLast().at())) {
      sorted.add(call);
    } else {
      stragglers.add(call);
    }
    return sorted.size() + stragglers.size() > LINES ? next() : Optional.empty();
  }

  /** The next one, once there are no more to take in; empty at the end. */
  public Optional<LoggedCall> next() {
    boolean straggles =
        !stragglers.isEmpty()
            && (sorted.isEmpty() || ORDER.compare(stragglers.element(), sorted.element()) < 0);
    Optional<LoggedCall> next = Optional.ofNullable(straggles ? stragglers.poll() : sorted.poll());
    next.ifPresent(call -> last = call.at());
    return next;
  }
}
