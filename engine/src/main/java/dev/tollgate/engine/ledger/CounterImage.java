package dev.tollgate.engine.ledger;

/**
 * How one counter stands, in bytes.
 *
 * @param sequence the number of an entry: all up to it are in the image, none behind it
 * @param bytes of a form that only a {@link Restoration} reads; none when nothing is counted there
 */
public record CounterImage(CounterKey key, long sequence, byte[] bytes) {

  /** Whether nothing is counted there, so that there is nothing to keep. */
  public boolean isEmpty() {
    return bytes.length == 0;
  }
}
