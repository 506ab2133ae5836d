package dev.tollgate.engine.decide;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Quotes that one consume may still make use of. Safe for use by many threads. */
public interface OpenQuotes {

  /** How long a quote is good for. */
  Duration GOOD_FOR = Duration.ofMinutes(5);

  /**
   * What was promised.
   *
   * @param cost units by quota
   * @param until exclusive
   */
  record Promise(
      String id,
      QuotedCall call,
      Map<String, BigDecimal> cost,
      Optional<Charge> charge,
      Instant until) {

    public Promise {
      cost = Ordered.copyOf(cost);
    }

    /** Whether these are the figures of the quote. */
    boolean promises(Map<String, BigDecimal> figures, Optional<Charge> money) {
      return cost.equals(figures) && charge.equals(money);
    }
  }

  /** Remembers a promise, at least until it ends unless there are very many. */
  void add(Promise promise, Instant now);

  /** The promise with this id; empty when it has ended, was used or was never made. */
  Optional<Promise> find(String id, Instant now);

  /**
   * Makes use of a promise, for the decision that is about to be made and names it in its {@link
   * Remembered#quote}.
   *
   * @return false when somebody else has done so
   */
  boolean redeem(Promise promise);
}
