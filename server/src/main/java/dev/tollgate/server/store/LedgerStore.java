package dev.tollgate.server.store;

import dev.tollgate.engine.ledger.Drift;
import dev.tollgate.engine.ledger.InMemoryLedger;
import dev.tollgate.engine.ledger.Ledger;
import dev.tollgate.engine.ledger.Restoration;
import dev.tollgate.server.store.disk.Disk;
import dev.tollgate.server.store.disk.LogRow;
import dev.tollgate.server.store.disk.Session;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings a ledger back as it was when it was last written down: the counters of the checkpoint, and
 * the changes of the log behind it.
 */
final class LedgerStore {

  /** Two more than the 35 for which days are open, for zones and the change of clocks. */
  private static final int OPEN_DAYS = 37;

  private LedgerStore() {}

  /**
   * The ledger that a disk remembers; from now on the disk takes what it does.
   *
   * @param more further tables that follow from what it does
   */
  static <A, E> Ledger<A, E> open(
      Disk disk, Class<A> answer, Class<E> endAnswer, List<Projection<A, E>> more, Drift drift) {
    DecisionTables<A, E> decisions = new DecisionTables<>(disk, answer, endAnswer);
    SinceCheckpoint<A, E> since = new SinceCheckpoint<>();
    List<Projection<A, E>> projections = new ArrayList<>();
    projections.add(since);
    projections.add(decisions);
    projections.add(CounterTables::putBilled);
    projections.add(ClockTable::put);
    projections.addAll(more);
    InMemoryLedger<A, E> ledger =
        restored(disk, since).ledger(new StoredJournal<>(disk, projections), decisions, drift);
    disk.start(
        new Checkpoints(disk, since, ledger::image, session -> sweep(session, decisions, since)));
    return ledger;
  }

  private static Restoration restored(Disk disk, SinceCheckpoint<?, ?> since) {
    Restoration restoration = new Restoration();
    disk.read(session -> CounterTables.restore(session, restoration));
    for (LogRow row : disk.entries()) {
      LogLine line = LogLine.of(row.bytes());
      restoration.replay(row.sequence(), line.changes());
      since.changed(line.changes());
    }
    return restoration;
  }

  private static void sweep(
      Session session, DecisionTables<?, ?> decisions, SinceCheckpoint<?, ?> since)
      throws SQLException {
    decisions.sweep(session, since.latest());
    StoredQuotes.sweep(session, since.latest());
    LocalDate today = LocalDate.ofInstant(since.latest(), ZoneOffset.UTC);
    CounterTables.sweep(session, today.minusDays(OPEN_DAYS));
  }
}
