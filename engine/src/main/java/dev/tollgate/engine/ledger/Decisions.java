package dev.tollgate.engine.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The allowed decisions by id, for 35 days, and by the id of their request, for 24 hours; and the
 * moment of each account's last one. With a store only those are kept in memory that are not
 * written down yet, and some of the latest. Safe for use by many threads.
 */
final class Decisions<A, E> {

  static final Duration KNOWN = Duration.ofDays(35);
  static final Duration REPLAYED = Duration.ofHours(24);

  /** How many are kept in memory that could be read again. */
  static final int KEPT = 10_000;

  private final Optional<Store<A, E>> store;
  private final Map<String, Decision<A, E>> byId = new ConcurrentHashMap<>();
  private final Map<RequestKey, Decision<A, E>> byRequest = new ConcurrentHashMap<>();
  private final Map<AccountKey, Instant> last = new ConcurrentHashMap<>();
  private final Queue<Decision<A, E>> known = new ArrayDeque<>();
  private final Queue<Decision<A, E>> replayed = new ArrayDeque<>();
  private volatile long evictions;

  /** No decision that is only in the archive has a greater id. */
  private volatile String greatestArchived;

  /** No decision that is only in the archive is later than this. */
  private volatile Instant archivedUntil = Instant.MAX;

  Decisions(Optional<Store<A, E>> store) {
    this.store = store;
    this.greatestArchived = store.flatMap(kept -> kept.archive().greatestId()).orElse("");
  }

  /**
   * A decision as it was seen by somebody who did not hold its account's stripe.
   *
   * @param evictions how many had left memory by then
   */
  record Seen<A, E>(Optional<Decision<A, E>> decision, long evictions) {}

  Seen<A, E> find(String id, Instant at) {
    return see(() -> byId(id), at, KNOWN);
  }

  /** The decision that a request with this id led to before. */
  Seen<A, E> answered(String product, String account, RequestId request, Instant at) {
    RequestKey key = new RequestKey(product, account, request.id());
    return see(() -> byRequest(key, at), at, REPLAYED);
  }

  /** The same decision as it is now, for the holder of its account's stripe. */
  Optional<Decision<A, E>> now(String id, Seen<A, E> seen, Instant at) {
    Optional<Decision<A, E>> inMemory = Optional.ofNullable(byId.get(id));
    return inMemory.isPresent() || seen.evictions() == evictions
        ? inMemory.or(seen::decision)
        : find(id, at).decision();
  }

  /** The same for a request. */
  Optional<Decision<A, E>> now(
      String product, String account, RequestId request, Seen<A, E> seen, Instant at) {
    RequestKey key = new RequestKey(product, account, request.id());
    Optional<Decision<A, E>> inMemory =
        Optional.ofNullable(byRequest.get(key)).filter(found -> lasts(found, REPLAYED, at));
    return inMemory.isPresent() || seen.evictions() == evictions
        ? inMemory.or(seen::decision)
        : answered(product, account, request, at).decision();
  }

  /** The moment of an account's last decision, however long ago. */
  Optional<Instant> last(String product, String account) {
    return Optional.ofNullable(last.get(new AccountKey(product, account)))
        .or(() -> store.flatMap(kept -> kept.archive().lastDecision(product, account)));
  }

  /** Refuses an id that is known, in memory or in the archive. */
  void mustBeNew(String id) {
    if (byId.containsKey(id) || isArchived(id)) {
      throw new IllegalArgumentException("decision " + id + " is already known");
    }
  }

  void add(Decision<A, E> decision) {
    last.merge(AccountKey.of(decision.take()), decision.take().at(), Decisions::later);
    index(decision);
    synchronized (known) {
      queue(decision);
      forget(decision.take().at());
    }
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /** Keeps a decision that has changed, which may have been read from the archive. */
  void changed(Decision<A, E> decision) {
    if (!decision.equals(byId.get(decision.take().decisionId()))) {
      index(decision);
      synchronized (known) {
        queue(decision);
      }
    }
  }

  /** How many are in memory. */
  int size() {
    return byId.size();
  }

  private Seen<A, E> see(Supplier<Optional<Decision<A, E>>> find, Instant at, Duration length) {
    long before = evictions;
    return new Seen<>(find.get().filter(found -> lasts(found, length, at)), before);
  }

  /** Ids usually ascend, so the archive is hardly ever asked. */
  private boolean isArchived(String id) {
    return store.isPresent()
        && id.compareTo(greatestArchived) <= 0
        && store.get().archive().find(id).isPresent();
  }

  private Optional<Decision<A, E>> byId(String id) {
    return Optional.ofNullable(byId.get(id))
        .or(() -> store.flatMap(kept -> kept.archive().find(id)).map(Decision::of));
  }

  private Optional<Decision<A, E>> byRequest(RequestKey key, Instant at) {
    Optional<Decision<A, E>> inMemory = Optional.ofNullable(byRequest.get(key));
    return inMemory.isPresent() || !at.isBefore(archivedUntil(at).plus(REPLAYED))
        ? inMemory
        : store
            .flatMap(kept -> kept.archive().answered(key.product(), key.account(), key.id()))
            .map(Decision::of);
  }

  /** What the archive holds at the beginning is not later than the first question. */
  private Instant archivedUntil(Instant at) {
    if (archivedUntil.equals(Instant.MAX)) {
      archivedUntil = at;
    }
    return archivedUntil;
  }

  private void index(Decision<A, E> decision) {
    Take take = decision.take();
    byId.put(take.decisionId(), decision);
    if (take.request().isPresent()) {
      byRequest.put(RequestKey.of(take, take.request().get()), decision);
    }
  }

  private void queue(Decision<A, E> decision) {
    known.add(decision);
    if (store.isEmpty() && decision.take().request().isPresent()) {
      replayed.add(decision);
    }
  }

  private void forget(Instant now) {
    if (store.isPresent()) {
      evict(store.get().journal().archived());
      return;
    }
    while (!known.isEmpty() && !lasts(known.element(), KNOWN, now)) {
      byId.remove(known.remove().take().decisionId());
    }
    while (!replayed.isEmpty() && !lasts(replayed.element(), REPLAYED, now)) {
      forgetRequest(replayed.remove());
    }
  }

  private void evict(long archived) {
    while (known.size() > KEPT && known.element().lastEntry() <= archived) {
      Decision<A, E> evicted = known.remove();
      Take take = evicted.take();
      greatestArchived =
          take.decisionId().compareTo(greatestArchived) > 0 ? take.decisionId() : greatestArchived;
      archivedUntil = archivedUntil(take.at()).isAfter(take.at()) ? archivedUntil : take.at();
      evictions++;
      byId.remove(take.decisionId(), evicted);
      forgetRequest(evicted);
      last.remove(AccountKey.of(take), take.at());
    }
  }

  private void forgetRequest(Decision<A, E> decision) {
    Take take = decision.take();
    // The same id may have been used again since.
    take.request().ifPresent(request -> byRequest.remove(RequestKey.of(take, request), decision));
  }

  private static boolean lasts(Decision<?, ?> decision, Duration length, Instant at) {
    return at.toEpochMilli() - decision.take().at().toEpochMilli() < length.toMillis();
  }

  /** Where decisions are written down and read again. */
  record Store<A, E>(Journal<A, E> journal, Archive<A, E> archive) {}

  private record AccountKey(String product, String account) {
    static AccountKey of(Take take) {
      return new AccountKey(take.product(), take.account());
    }
  }

  private record RequestKey(String product, String account, String id) {
    static RequestKey of(Take take, RequestId request) {
      return new RequestKey(take.product(), take.account(), request.id());
    }
  }
}
