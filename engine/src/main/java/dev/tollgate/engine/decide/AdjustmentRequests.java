package dev.tollgate.engine.decide;

import dev.tollgate.engine.ledger.RequestId;
import java.time.Instant;
import java.util.Optional;

/** Adjustments that were written down, by the ids of their requests. Safe for many threads. */
@FunctionalInterface
public interface AdjustmentRequests {

  /** Where nothing is written down. */
  AdjustmentRequests NONE = (product, account, requestId) -> Optional.empty();

  /** The latest adjustment with this request id, however long ago. */
  Optional<Answered> find(String product, String account, String requestId);

  /** A request and what it was answered. */
  record Answered(RequestId request, Instant at, Settlement answer) {}
}
