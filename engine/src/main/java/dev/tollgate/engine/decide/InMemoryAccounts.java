package dev.tollgate.engine.decide;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Function;

/** Accounts that are forgotten when the process ends. */
public final class InMemoryAccounts implements Accounts {

  /** Of one product: most often one is asked for, so they are not kept in their order alone. */
  private record OfProduct(ConcurrentMap<String, Account> byId, ConcurrentSkipListSet<String> ids) {
    OfProduct() {
      this(new ConcurrentHashMap<>(), new ConcurrentSkipListSet<>());
    }
  }

  private final ConcurrentMap<String, OfProduct> products = new ConcurrentHashMap<>();
  private final Object changes = new Object();

  @Override
  public Optional<Account> everKnown(String product, String id) {
    return Optional.ofNullable(of(product).byId().get(id));
  }

  @Override
  public List<Account> list(String product, String after, int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("limit " + limit);
    }
    OfProduct all = of(product);
    return all.ids().tailSet(after, false).stream()
        .map(all.byId()::get)
        .filter(account -> !account.isDeleted())
        .limit(limit)
        .toList();
  }

  @Override
  public Account change(String product, String id, Function<Optional<Account>, Account> change) {
    synchronized (changes) {
      Account changed = change.apply(everKnown(product, id));
      of(product).byId().put(id, changed);
      of(product).ids().add(id);
      return changed;
    }
  }

  private OfProduct of(String product) {
    OfProduct known = products.get(product);
    return known == null ? products.computeIfAbsent(product, name -> new OfProduct()) : known;
  }
}
