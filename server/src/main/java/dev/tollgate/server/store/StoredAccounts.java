package dev.tollgate.server.store;

import dev.tollgate.engine.book.AccountEvents;
import dev.tollgate.engine.book.Event;
import dev.tollgate.engine.decide.Account;
import dev.tollgate.engine.decide.Accounts;
import dev.tollgate.engine.decide.InMemoryAccounts;
import dev.tollgate.server.clock.ClockReading;
import dev.tollgate.server.clock.ServiceClock;
import dev.tollgate.server.store.disk.Disk;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Accounts that are read from their table once and written there with every change. */
final class StoredAccounts implements Accounts {

  private static final Stored<Account> STORED = Stored.of(Account.class);

  private final Disk disk;
  private final ServiceClock clock;
  private final Accounts accounts = new InMemoryAccounts();

  private StoredAccounts(Disk disk, ServiceClock clock) {
    this.disk = disk;
    this.clock = clock;
  }

  static StoredAccounts read(Disk disk, ServiceClock clock) {
    StoredAccounts stored = new StoredAccounts(disk, clock);
    List<Account> all =
        disk.read(
            session -> session.rows("SELECT * FROM accounts", row -> STORED.value(row.bytes(2))));
    all.forEach(
        account -> stored.accounts.change(account.product(), account.id(), before -> account));
    return stored;
  }

  @Override
  public Optional<Account> everKnown(String product, String id) {
    return accounts.everKnown(product, id);
  }

  @Override
  public List<Account> list(String product, String after, int limit) {
    return accounts.list(product, after, limit);
  }

  // Changes take their turns, so that the log has them in the order in which they were made.
  @Override
  public synchronized Account change(
      String product, String id, Function<Optional<Account>, Account> change) {
    disk.mustAccept();
    Optional<Account> before = accounts.everKnown(product, id);
    Account changed = accounts.change(product, id, change);
    List<Event> events = AccountEvents.of(before, changed, clock.instant());
    // An account must not begin after the time at which the next start goes on.
    ClockReading now = clock.last();
    disk.append(
        new TableEntry(
            "account %s %s is version %d".formatted(product, id, changed.version()),
            session -> {
              session.put("accounts", product, id, STORED.bytes(changed));
              EventTables.add(session, events);
              ClockTable.put(session, now);
            }));
    return changed;
  }
}
