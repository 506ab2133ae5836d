package dev.tollgate.engine.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The allowed decisions by id, for 35 days, and by the id of their request, for 24 hours; and the
 * moment of each account's last one. Safe for use by many threads.
 */
final class Decisions<A, E> {

  static final Duration KNOWN = Duration.ofDays(35);
  static final Duration REPLAYED = Duration.ofHours(24);

  private final Map<String, Decision<A, E>> byId = new ConcurrentHashMap<>();
  private final Map<RequestKey, Decision<A, E>> byRequest = new ConcurrentHashMap<>();
  private final Map<AccountKey, Instant> last = new ConcurrentHashMap<>();
  private final Queue<Decision<A, E>> known = new ArrayDeque<>();
  private final Queue<Decision<A, E>> replayed = new ArrayDeque<>();

  Optional<Decision<A, E>> find(String id, Instant at) {
    return Optional.ofNullable(byId.get(id)).filter(found -> lasts(found, KNOWN, at));
  }

  /** The decision that a request with this id led to before. */
  Optional<Decision<A, E>> answered(String product, String account, RequestId request, Instant at) {
    return Optional.ofNullable(byRequest.get(new RequestKey(product, account, request.id())))
        .filter(found -> lasts(found, REPLAYED, at));
  }

  /** The moment of an account's last decision, however long ago. */
  Optional<Instant> last(String product, String account) {
    return Optional.ofNullable(last.get(new AccountKey(product, account)));
  }

  /** Refuses an id that is known. */
  void mustBeNew(String id) {
    if (byId.containsKey(id)) {
      throw new IllegalArgumentException("decision " + id + " is already known");
    }
  }

  void add(Decision<A, E> decision) {
    Take take = decision.take();
    byId.put(take.decisionId(), decision);
    last.merge(
        new AccountKey(take.product(), take.account()),
        take.at(),
        (one, other) -> one.isAfter(other) ? one : other);
    take.request().ifPresent(request -> byRequest.put(RequestKey.of(take, request), decision));
    synchronized (known) {
      known.add(decision);
      take.request().ifPresent(request -> replayed.add(decision));
      forget(take.at());
    }
  }

  private void forget(Instant now) {
    while (!known.isEmpty() && !lasts(known.element(), KNOWN, now)) {
      byId.remove(known.remove().take().decisionId());
    }
    while (!replayed.isEmpty() && !lasts(replayed.element(), REPLAYED, now)) {
      Decision<A, E> forgotten = replayed.remove();
      Take take = forgotten.take();
      // The same id may have been used again since.
      byRequest.remove(RequestKey.of(take, take.request().orElseThrow()), forgotten);
    }
  }

  private static boolean lasts(Decision<?, ?> decision, Duration length, Instant at) {
    return at.isBefore(decision.take().at().plus(length));
  }

  private record AccountKey(String product, String account) {}

  private record RequestKey(String product, String account, String id) {
    static RequestKey of(Take take, RequestId request) {
      return new RequestKey(take.product(), take.account(), request.id());
    }
  }
}
