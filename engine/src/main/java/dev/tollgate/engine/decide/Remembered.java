package dev.tollgate.engine.decide;

import java.util.Map;
import java.util.Optional;

/**
 * An allowed decision as the ledger remembers it: the answer, and what it takes to price the call
 * again when it ends.
 *
 * @param quote the quote that it made use of, and nobody else may any more
 */
public record Remembered(
    String product,
    String account,
    AskedCall call,
    Map<String, String> keys,
    Optional<String> channel,
    Optional<String> quote,
    Decision decision) {

  public Remembered {
    keys = Ordered.copyOf(keys);
  }
}
