package dev.tollgate.engine.decide;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;

/** Accounts that are forgotten when the process ends. */
public final class InMemoryAccounts implements Accounts {

  private final ConcurrentMap<String, ConcurrentSkipListMap<String, Account>> accounts =
      new ConcurrentHashMap<>();
  private final Object changes = new Object();

  @Override
  public Optional<Account> everKnown(String product, String id) {
    return Optional.ofNullable(of(product).get(id));
  }

  @Override
  public List<Account> list(String product, String after, int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("limit " + limit);
    }
    return of(product).tailMap(after, false).values().stream()
        .filter(account -> !account.isDeleted())
        .limit(limit)
        .toList();
  }

  @Override
  public Account change(String product, String id, Function<Optional<Account>, Account> change) {
    // A skip list may call a remapping function twice, so changes take their turns here instead.
    synchronized (changes) {
      Account changed = change.apply(everKnown(product, id));
      of(product).put(id, changed);
      return changed;
    }
  }

  private ConcurrentSkipListMap<String, Account> of(String product) {
    return accounts.computeIfAbsent(product, name -> new ConcurrentSkipListMap<>());
  }
}
