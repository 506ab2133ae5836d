package dev.tollgate.engine.impact;

import dev.tollgate.engine.decide.Account;
import dev.tollgate.engine.decide.Accounts;
import dev.tollgate.engine.decide.StatedHolding;
import dev.tollgate.engine.decide.StatedProfile;
import dev.tollgate.engine.decide.Timeline;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The accounts of a replay, which are today what they were all along. Those with the same profile
 * share it. Safe for use by many threads.
 */
public final class KnownAccounts implements Accounts {

  private record Key(String product, String account) {}

  private record Shared(
      Timeline<Optional<StatedProfile>> profiles, Timeline<Map<String, StatedHolding>> addOns) {}

  private final Map<Key, Account> accounts = new ConcurrentHashMap<>();
  private final Map<StatedProfile, Shared> profiles = new ConcurrentHashMap<>();

  /**
   * Adds the account of a row.
   *
   * @throws BadRow if a cell has not its form
   */
  public void add(Columns columns, String[] cells) {
    StatedProfile stated = Stating.all(columns, cells);
    Shared shared = profiles.computeIfAbsent(stated, KnownAccounts::shared);
    Key key = new Key(cells[columns.product()], cells[columns.account()]);
    accounts.put(
        key, new Account(key.product(), key.account(), shared.profiles(), shared.addOns(), 1));
  }

  private static Shared shared(StatedProfile stated) {
    return new Shared(
        Timeline.<Optional<StatedProfile>>empty()
            .with(Instant.EPOCH, Optional.of(stated.withAddOns(Map.of()))),
        Timeline.<Map<String, StatedHolding>>empty().with(Instant.EPOCH, stated.addOns()));
  }

  @Override
  public Optional<Account> everKnown(String product, String id) {
    return Optional.ofNullable(accounts.get(new Key(product, id)));
  }

  @Override
  public List<Account> list(String product, String after, int limit) {
    throw new UnsupportedOperationException("a replay lists no accounts");
  }

  @Override
  public Account change(String product, String id, Function<Optional<Account>, Account> change) {
    throw new UnsupportedOperationException("a replay changes no accounts");
  }
}
