package dev.tollgate.engine.ledger;

/**
 * What one call consumes from one counter.
 *
 * @param cost in steps, from 0; 0 always has room
 */
public record Draw(CounterKey key, CounterTerms terms, long cost) {

  public Draw {
    if (cost < 0) {
      throw new IllegalArgumentException("cost " + cost + " from " + key);
    }
    if (key.shared() && terms.billed()) {
      throw new IllegalArgumentException("nobody can be billed for the shared " + key);
    }
  }
}
