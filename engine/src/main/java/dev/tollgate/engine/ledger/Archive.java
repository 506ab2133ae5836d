package dev.tollgate.engine.ledger;

import java.time.Instant;
import java.util.Optional;

/**
 * Decisions that a ledger has written down and does not keep in memory. It knows at least all of
 * the last 35 days up to {@link Journal#archived}. Safe for use by many threads.
 *
 * @param <A> the answer to a decision
 * @param <E> the answer to a commit or a cancel
 */
public interface Archive<A, E> {

  Optional<Archived<A, E>> find(String decisionId);

  /** The greatest id of a decision, in the order of {@link String}s; empty when there is none. */
  Optional<String> greatestId();

  /** The latest decision that a request with this id led to, however long ago. */
  Optional<Archived<A, E>> answered(String product, String account, String requestId);

  /** The moment of an account's last decision, however long ago. */
  Optional<Instant> lastDecision(String product, String account);
}
