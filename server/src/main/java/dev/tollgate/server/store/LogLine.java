package dev.tollgate.server.store;

import dev.tollgate.engine.ledger.CounterChange;
import dev.tollgate.engine.ledger.Packed;
import dev.tollgate.server.store.disk.StoreDamaged;
import java.util.List;

/**
 * What the log keeps of a change: enough to do it again to counters, whose rows are written later.
 * Everything else is in its tables already.
 *
 * @param what in a few words, for whoever reads the log
 */
record LogLine(String what, List<CounterChange> changes) {

  private static final Stored<Kept> STORED = Stored.of(Kept.class);

  LogLine {
    changes = List.copyOf(changes);
  }

  /** How it is stored: what must be read fast, and is read by programs alone, as packed bytes. */
  private record Kept(String what, byte[] changes) {}

  byte[] bytes() {
    return STORED.bytes(new Kept(what, Packed.changes(changes)));
  }

  /**
   * What the log has kept.
   *
   * @throws StoreDamaged if the bytes say nothing
   */
  static LogLine of(byte[] bytes) {
    Kept kept = STORED.value(bytes);
    try {
      return new LogLine(kept.what(), Packed.changes(kept.changes()));
    } catch (IllegalArgumentException unreadable) {
      throw new StoreDamaged(
          "changes of " + kept.what() + " cannot be read: " + unreadable.getMessage());
    }
  }
}
