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

  /** Equal profiles may state the same in another order, in which they are told again. */
  private record Written(StatedProfile profile, String inOrder) {}

  /** Profiles that are kept once, however many accounts have them. */
  private static final int SHARED = 10_000;

  private final ConcurrentMap<String, OfProduct> products = new ConcurrentHashMap<>();
  private final Recent<Written, Optional<StatedProfile>> profiles = new Recent<>(SHARED);
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
      Account changed = change.apply(everKnown(product, id)).withProfiles(this::shared);
      of(product).byId().put(id, changed);
      of(product).ids().add(id);
      return changed;
    }
  }

  private Optional<StatedProfile> shared(Optional<StatedProfile> profile) {
    if (profile.isEmpty()) {
      return profile;
    }
    Written key = new Written(profile.get(), profile.get().toString());
    Optional<Optional<StatedProfile>> known = profiles.find(key);
    if (known.isEmpty()) {
      profiles.remember(key, profile);
    }
    return known.orElse(profile);
  }

  private OfProduct of(String product) {
    OfProduct known = products.get(product);
    return known == null ? products.computeIfAbsent(product, name -> new OfProduct()) : known;
  }
}
