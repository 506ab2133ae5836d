package dev.tollgate.engine.impact;

import dev.tollgate.engine.policy.Policy;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Quota;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Compares what two policies allot to accounts as they are: each is counted, and none is kept.
 *
 * <p>A fleet is safe for use by many threads, each with a {@link FleetCount} of its own, which are
 * added up in the end.
 */
public final class Fleet {

  /**
   * A quota in both policies.
   *
   * @param before its place among the old product's; −1 when it is not there
   * @param after its place among the new product's; −1 when it is not there
   */
  record Pair(Quota quota, int before, int after) {

    FleetImpact.There there() {
      if (before < 0) {
        return FleetImpact.There.AFTER;
      }
      return after < 0 ? FleetImpact.There.BEFORE : FleetImpact.There.ALWAYS;
    }
  }

  /** Limits as they are and as if nothing were capped. */
  record Half(Limits limits, Limits uncapped) {}

  /** A product in both policies, or in one of them. */
  record Known(Optional<Half> before, Optional<Half> after, List<Pair> pairs) {}

  private final Policy before;
  private final Policy after;
  private final Map<String, Known> products = new LinkedHashMap<>();

  /**
   * @param at the moment at which accounts are looked at
   */
  public Fleet(Policy before, Policy after, Instant at) {
    this.before = before;
    this.after = after;
    Policy beforeUncapped = WithoutCaps.of(before);
    Policy afterUncapped = WithoutCaps.of(after);
    Set<String> names = new LinkedHashSet<>(before.products().keySet());
    names.addAll(after.products().keySet());
    for (String name : names) {
      Optional<Half> old = half(before, beforeUncapped, name, at);
      Optional<Half> now = half(after, afterUncapped, name, at);
      products.put(name, new Known(old, now, pairs(quotas(old), quotas(now))));
    }
  }

  private static Optional<Half> half(Policy policy, Policy uncapped, String name, Instant at) {
    Optional<Product> without = uncapped.product(name);
    return policy
        .product(name)
        .map(
            product ->
                new Half(
                    new Limits(policy, product, at),
                    new Limits(uncapped, without.orElseThrow(), at)));
  }

  private static List<Quota> quotas(Optional<Half> half) {
    return half.map(found -> found.limits().product().quotas()).orElse(List.of());
  }

  /** A quota that counts in other units has another name to whoever compares amounts. */
  private static List<Pair> pairs(List<Quota> before, List<Quota> after) {
    List<Pair> pairs = new ArrayList<>();
    Set<Integer> found = new LinkedHashSet<>();
    for (int old = 0; old < before.size(); old++) {
      int now = place(before.get(old), after);
      found.add(now);
      pairs.add(new Pair(before.get(old), old, now));
    }
    for (int now = 0; now < after.size(); now++) {
      if (!found.contains(now)) {
        pairs.add(new Pair(after.get(now), -1, now));
      }
    }
    return pairs;
  }

  private static int place(Quota old, List<Quota> after) {
    for (int now = 0; now < after.size(); now++) {
      Quota other = after.get(now);
      boolean same = other.name().equals(old.name()) || other.was().equals(Optional.of(old.name()));
      if (same && other.unit().equals(old.unit())) {
        return now;
      }
    }
    return -1;
  }

  /**
   * The columns of a table of accounts.
   *
   * @throws BadRow if a name means nothing
   */
  public Columns columns(List<String> names) {
    return Columns.of(names, before, after);
  }

  /** Begins to count; for one thread. */
  public FleetCount count() {
    return new FleetCount(products);
  }
}
