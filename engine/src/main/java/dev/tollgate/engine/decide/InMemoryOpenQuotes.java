package dev.tollgate.engine.decide;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Quotes that are forgotten when the process ends; what is lost with it is asked for again. */
public final class InMemoryOpenQuotes implements OpenQuotes {

  private static final int MOST = 100_000;

  private final Map<String, Promise> promises = new ConcurrentHashMap<>();
  private final Queue<Promise> oldestFirst = new ConcurrentLinkedQueue<>();

  /** Remembers a promise; the oldest are dropped when there are too many. */
  @Override
  public void add(Promise promise, Instant now) {
    promises.put(promise.id(), promise);
    oldestFirst.add(promise);
    forgetEnded(now);
  }

  @Override
  public Optional<Promise> find(String id, Instant now) {
    return Optional.ofNullable(promises.get(id)).filter(found -> now.isBefore(found.until()));
  }

  @Override
  public boolean redeem(Promise promise) {
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
