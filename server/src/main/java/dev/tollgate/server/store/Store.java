package dev.tollgate.server.store;

import dev.tollgate.engine.book.Event;
import dev.tollgate.engine.book.Events;
import dev.tollgate.engine.book.Records;
import dev.tollgate.engine.decide.Accounts;
import dev.tollgate.engine.decide.AdjustmentRequests;
import dev.tollgate.engine.decide.OpenQuotes;
import dev.tollgate.engine.decide.PackedAnswers;
import dev.tollgate.engine.decide.Remembered;
import dev.tollgate.engine.decide.Settlement;
import dev.tollgate.engine.ledger.Ledger;
import dev.tollgate.engine.ledger.StoreUnreachable;
import dev.tollgate.server.clock.ClockJump;
import dev.tollgate.server.clock.ServiceClock;
import dev.tollgate.server.store.disk.Disk;
import dev.tollgate.server.store.disk.StoreDamaged;
import dev.tollgate.server.store.disk.StoreRefused;
import dev.tollgate.server.store.disk.StoreState;
import dev.tollgate.server.webhook.Cursors;
import java.time.InstantSource;
import java.util.List;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything that a service knows, and where it is kept. Thread safe. */
public final class Store implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Store.class);

  private final StoreSettings settings;
  private final Disk disk;
  private final ServiceClock clock;
  private final Accounts accounts;
  private final StoredQuotes quotes;
  private final StoredPrices prices;
  private final BookTables book;
  private final EventTables events;
  private final AdjustmentTables adjustments;
  private final Ledger<Remembered, Settlement> ledger;

  private Store(StoreSettings settings, Disk disk, InstantSource machine, LongSupplier nanos) {
    this.settings = settings;
    this.disk = disk;
    this.events = new EventTables(disk);
    this.clock = new ServiceClock(machine, nanos, disk.read(ClockTable::latest), this::jumped);
    this.accounts = StoredAccounts.read(disk, clock);
    this.quotes = StoredQuotes.read(disk);
    this.prices = StoredPrices.read(disk);
    this.book = new BookTables(disk, prices);
    this.adjustments = new AdjustmentTables(disk);
    this.ledger =
        LedgerStore.open(
            disk,
            PackedAnswers.REMEMBERED,
            PackedAnswers.SETTLEMENT,
            List.of(book, quotes, adjustments),
            clock,
            Checkpoints.DUE_AFTER);
  }

  /**
   * Goes on from what was kept; begins anew where nothing was.
   *
   * @param machine the machine's clock, which may be set
   * @param nanos nanoseconds since any moment, which nobody can set
   * @throws StoreRefused if that cannot be done
   */
  public static Store open(StoreSettings settings, InstantSource machine, LongSupplier nanos) {
    Disk disk =
        settings
            .folder()
            .map(folder -> Disk.in(folder, settings.acceptLoss()))
            .orElseGet(Disk::inMemory);
    try {
      return new Store(settings, disk, machine, nanos);
    } catch (StoreDamaged damaged) {
      disk.close();
      throw StoreRefused.damaged(
          settings.folder().orElseThrow().resolve(Disk.DATABASE), damaged.getMessage());
    } catch (RuntimeException refused) {
      disk.close();
      throw refused;
    }
  }

  /** The time, which goes on from that of the last change. */
  public InstantSource clock() {
    return clock;
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

  /** Adjustments, for those who ask again. */
  public AdjustmentRequests adjustmentRequests() {
    return adjustments;
  }

  public StoredPrices prices() {
    return prices;
  }

  public Events events() {
    return events;
  }

  /** Puts an event on record that is about no account, and what the time was. */
  public void happened(Event event) {
    disk.append(
        new TableEntry(
            event.detail().type(),
            session -> {
              EventTables.add(session, List.of(event));
              // The next start must not take for passed what the clock was moved by.
              ClockTable.put(session, clock.last());
            }));
  }

  private void jumped(ClockJump jump) {
    LOG.warn("the clock of this machine was moved by {}, noticed at {}", jump.by(), jump.at());
    happened(new Event(jump.at(), "", "", new Event.ClockJumped(jump.expected(), jump.found())));
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

  /** Writes everything down and lets go of it. */
  @Override
  public void close() {
    disk.close();
  }
}
