package dev.tollgate.server.store;

import dev.tollgate.engine.ledger.CounterChange;
import java.util.List;

/**
 * What the log keeps of a change: enough to do it again to counters, whose rows are written later.
 * Everything else is in its tables already.
 *
 * @param what in a few words, for whoever reads the log
 */
record LogLine(String what, List<CounterChange> changes) {

  private static final Stored<LogLine> STORED = Stored.of(LogLine.class);

  LogLine {
    changes = List.copyOf(changes);
  }

  byte[] bytes() {
    return STORED.bytes(this);
  }

  static LogLine of(byte[] bytes) {
    return STORED.value(bytes);
  }
}
