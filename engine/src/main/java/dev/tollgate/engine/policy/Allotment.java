package dev.tollgate.engine.policy;

import java.util.Optional;
import java.util.Set;

/**
 * One allot line: what accounts of some editions may consume in a window.
 *
 * @param editions whom it is for; all editions of the product where the line names none, empty in a
 *     product that has none
 * @param when lines of one edition exclude each other
 * @param grant how much
 * @param text as the author wrote it, on one line, for receipts
 */
public record Allotment(
    Set<String> editions, Condition when, Grant grant, String text, Place place) {

  public Allotment {
    editions = Set.copyOf(editions);
  }

  /** How much a line gives. */
  public sealed interface Grant {

    /**
     * An amount under a cap.
     *
     * @param cap empty for no cap
     */
    record Limit(Amount amount, Optional<Amount> cap) implements Grant {}

    /**
     * A bucket: {@code capacity} at most, and {@code refill} more every {@code perMillis}.
     *
     * @param perMillis milliseconds, from 1
     */
    record Bucket(Amount capacity, Amount refill, long perMillis) implements Grant {}
  }
}
