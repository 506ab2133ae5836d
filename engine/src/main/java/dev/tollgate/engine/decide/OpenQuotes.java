package dev.tollgate.engine.decide;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Quotes that one consume may still make use of. They live in this process alone; what is lost with
 * it is asked for again. Safe for use by many threads.
 */
final class OpenQuotes {

  private static final Duration GOOD_FOR = Duration.ofMinutes(5);
  private static final int MOST = 100_000;

  /**
   * What was promised.
   *
   * @param until exclusive
   */
  record Promise(
      String id,
      Inquiry inquiry,
      Map<String, BigDecimal> cost,
      Optional<Charge> charge,
      Instant until) {

    boolean isFor(Inquiry asked) {
      return inquiry.product().name().equals(asked.product().name())
          && inquiry.account().equals(asked.account())
          && inquiry.keys().equals(asked.keys())
          && inquiry.channel().equals(asked.channel())
          && inquiry.calls().size() == asked.calls().size()
          && inquiry.calls().get(0).call().isSame(asked.calls().get(0).call());
    }

    boolean promises(Map<String, BigDecimal> figures, Optional<Charge> money) {
      return cost.equals(figures)
          && charge.isPresent() == money.isPresent()
          && charge.map(now -> now.sameFigures(money.get())).orElse(true);
    }
  }

  private final Map<String, Promise> promises = new ConcurrentHashMap<>();
  private final Queue<Promise> oldestFirst = new ConcurrentLinkedQueue<>();

  /** Remembers figures; the oldest are dropped when there are too many. */
  Promise add(
      String id,
      Inquiry inquiry,
      Map<String, BigDecimal> cost,
      Optional<Charge> charge,
      Instant now) {
    Promise promise = new Promise(id, inquiry, Map.copyOf(cost), charge, now.plus(GOOD_FOR));
    promises.put(id, promise);
    oldestFirst.add(promise);
    forgetEnded(now);
    return promise;
  }

  Optional<Promise> find(String id, Instant now) {
    return Optional.ofNullable(promises.get(id)).filter(found -> now.isBefore(found.until()));
  }

  /** Makes use of a promise; false when somebody else has done so. */
  boolean redeem(Promise promise) {
    return promises.remove(promise.id(), promise);
  }

  private void forgetEnded(Instant now) {
    Optional<Promise> oldest = Optional.ofNullable(oldestFirst.peek());
    while (oldest.isPresent() && (!now.isBefore(oldest.get().until()) || promises.size() > MOST)) {
      oldestFirst.remove(oldest.get());
      promises.remove(oldest.get().id());
      oldest = Optional.ofNullable(oldestFirst.peek());
    }
  }
}
