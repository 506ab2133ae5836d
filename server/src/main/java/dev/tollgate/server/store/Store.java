package dev.tollgate.server.store;

import dev.tollgate.engine.book.Event;
import dev.tollgate.engine.book.Events;
import dev.tollgate.engine.book.Records;
import dev.tollgate.engine.decide.Accounts;
import dev.tollgate.engine.decide.OpenQuotes;
import dev.tollgate.engine.decide.Remembered;
import dev.tollgate.engine.decide.Settlement;
import dev.tollgate.engine.ledger.Drift;
import dev.tollgate.engine.ledger.Ledger;
import dev.tollgate.engine.ledger.StoreUnreachable;
import dev.tollgate.server.store.disk.Disk;
import dev.tollgate.server.store.disk.StoreDamaged;
import dev.tollgate.server.store.disk.StoreRefused;
import dev.tollgate.server.store.disk.StoreState;
import dev.tollgate.server.webhook.Cursors;
import java.time.InstantSource;
import java.util.List;

/** Everything that a service knows, and where it is kept. Thread safe. */
public final class Store implements AutoCloseable {

  private final StoreSettings settings;
  private final Disk disk;
  private final Accounts accounts;
  private final OpenQuotes quotes;
  private final StoredPrices prices;
  private final BookTables book;
  private final EventTables events;
  private final Ledger<Remembered, Settlement> ledger;

  private Store(StoreSettings settings, Disk disk, Drift drift, InstantSource clock) {
    this.settings = settings;
    this.disk = disk;
    this.accounts = StoredAccounts.read(disk, clock);
    this.quotes = StoredQuotes.read(disk);
    this.prices = StoredPrices.read(disk);
    this.book = new BookTables(disk, prices);
    this.events = new EventTables(disk);
    this.ledger = LedgerStore.open(disk, Remembered.class, Settlement.class, List.of(book), drift);
  }

  /**
   * Goes on from what was kept; begins anew where nothing was.
   *
   * @param clock what time it is, for events
   * @throws StoreRefused if that cannot be done
   */
  public static Store open(StoreSettings settings, Drift drift, InstantSource clock) {
    Disk disk =
        settings
            .folder()
            .map(folder -> Disk.in(folder, settings.acceptLoss()))
            .orElseGet(Disk::inMemory);
    try {
      return new Store(settings, disk, drift, clock);
    } catch (StoreDamaged damaged) {
      disk.close();
      throw StoreRefused.damaged(
          settings.folder().orElseThrow().resolve(Disk.DATABASE), damaged.getMessage());
    } catch (RuntimeException refused) {
      disk.close();
      throw refused;
    }
  }

  public Accounts accounts() {
    return accounts;
  }

  public OpenQuotes quotes() {
    return quotes;
  }

  public Ledger<Remembered, Settlement> ledger() {
    return ledger;
  }

  /** What was used and billed. */
  public Records records() {
    return book;
  }

  public StoredPrices prices() {
    return prices;
  }

  public Events events() {
    return events;
  }

  /** Puts an event on record that is about no account. */
  public void happened(Event event) {
    events.add(event);
  }

  /** How far receivers of events have been told. */
  public Cursors cursors() {
    return events;
  }

  public StoreSettings settings() {
    return settings;
  }

  public StoreState state() {
    return disk.state();
  }

  /** What was lost and accepted when it was opened, a line each. */
  public List<String> losses() {
    return disk.losses();
  }

  /**
   * Waits until what was decided up to now may be answered: until it is on disk, unless the
   * settings ask for less.
   *
   * @throws StoreUnreachable when it cannot be written for now; it stays decided
   */
  public void awaitWritten() {
    disk.awaitWritten(disk.state().appended() - settings.behind());
  }

  /**
   * Waits until everything that was decided up to now can be read from the tables.
   *
   * @throws StoreUnreachable when it cannot be written for now
   */
  public void awaitReadable() {
    disk.awaitWritten(disk.state().appended());
  }

  /** Writes everything down and lets go of it. */
  @Override
  public void close() {
    disk.close();
  }
}
