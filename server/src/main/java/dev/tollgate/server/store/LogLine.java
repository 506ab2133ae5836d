package dev.tollgate.server.store;

import dev.tollgate.engine.ledger.CounterChange;
import dev.tollgate.engine.ledger.Packed;
import dev.tollgate.engine.pack.Form;
import dev.tollgate.server.store.disk.StoreDamaged;
import java.util.List;

/**
 * What the log keeps of a change: enough to do it again to counters, whose rows are written later.
 * Everything else is in its tables already.
 *
 * @param what in a few words, for whoever reads the log
 */
record LogLine(String what, List<CounterChange> changes) {

  private static final Stored<LogLine> STORED =
      Stored.as(
          new Form<>(
              1,
              (to, line) -> Packed.CHANGES.write(to.text(line.what()), line.changes()),
              from -> new LogLine(from.text(), Packed.CHANGES.read(from))));

  LogLine {
    changes = List.copyOf(changes);
  }

  byte[] bytes() {
    return STORED.bytes(this);
  }

  /**
   * What the log has kept.
   *
   * @throws StoreDamaged if the bytes say nothing
   */
  static LogLine of(byte[] bytes) {
    return STORED.value(bytes);
  }
}
