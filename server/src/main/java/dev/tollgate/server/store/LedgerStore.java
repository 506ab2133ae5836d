package dev.tollgate.server.store;

import dev.tollgate.engine.ledger.Drift;
import dev.tollgate.engine.ledger.InMemoryLedger;
import dev.tollgate.engine.ledger.Ledger;
import dev.tollgate.engine.ledger.Restoration;
import dev.tollgate.engine.pack.Form;
import dev.tollgate.server.store.disk.Disk;
import dev.tollgate.server.store.disk.LogRow;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings a ledger back as it was when it was last written down: the counters of the checkpoint, and
 * the changes of the log behind it.
 */
final class LedgerStore {

  private LedgerStore() {}

  /**
   * The ledger that a disk remembers; from now on the disk takes what it does.
   *
   * @param more further tables that follow from what it does
   * @param dueAfter entries behind one checkpoint from which the next one begins
   */
  static <A, E> Ledger<A, E> open(
      Disk disk,
      Form<A> answer,
      Form<E> endAnswer,
      List<Projection<A, E>> more,
      Drift drift,
      long dueAfter) {
    LastDecisions<A, E> last = new LastDecisions<>(disk);
    DecisionTables<A, E> decisions = new DecisionTables<>(disk, last, answer, endAnswer);
    SinceCheckpoint<A, E> since = new SinceCheckpoint<>();
    List<Projection<A, E>> projections = new ArrayList<>();
    projections.add(since);
    projections.add(last);
    projections.add(decisions);
    projections.add(CounterTables::putBilled);
    projections.add(ClockTable::put);
    projections.addAll(more);
    InMemoryLedger<A, E> ledger =
        restored(disk, since, last)
            .ledger(new StoredJournal<>(disk, new LedgerTables<>(projections)), decisions, drift);
    disk.start(
        new Checkpoints(disk, since, last, ledger::image, new Forgetting(since::latest), dueAfter));
    return ledger;
  }

  private static Restoration restored(
      Disk disk, SinceCheckpoint<?, ?> since, LastDecisions<?, ?> last) {
    Restoration restoration = new Restoration();
    disk.read(session -> CounterTables.restore(session, restoration));
    for (LogRow row : disk.entries()) {
      LogLine line = LogLine.of(row.bytes());
      restoration.replay(row.sequence(), line.changes());
      since.changed(line.changes());
      line.decided().ifPresent(last::decided);
    }
    return restoration;
  }
}
