package dev.tollgate.server.store;

import dev.tollgate.engine.ledger.CounterChange;
import dev.tollgate.engine.ledger.Packed;
import dev.tollgate.engine.ledger.Take;
import dev.tollgate.engine.pack.Form;
import dev.tollgate.engine.pack.Packing;
import dev.tollgate.engine.pack.Unpacking;
import dev.tollgate.server.store.disk.StoreDamaged;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the log keeps of a change: enough to do again what is written with the next checkpoint.
 * Everything else is in its tables already.
 *
 * @param what in a few words, for whoever reads the log
 * @param decided present when a decision was allowed
 */
record LogLine(String what, Optional<Decided> decided, List<CounterChange> changes) {

  private static final Stored<LogLine> STORED =
      Stored.as(new Form<>(1, LogLine::write, LogLine::read));

  LogLine {
    changes = List.copyOf(changes);
  }

  /** For whom and when something was decided. */
  record Decided(String product, String account, Instant at) {
    static Decided of(Take take) {
      return new Decided(take.product(), take.account(), take.at());
    }

    private static void write(Packing to, Decided decided) {
      to.text(decided.product()).text(decided.account()).moment(decided.at());
    }

    private static Decided read(Unpacking from) {
      return new Decided(from.text(), from.text(), from.moment());
    }
  }

  private static void write(Packing to, LogLine line) {
    to.text(line.what()).optional(line.decided(), Decided::write);
    Packed.CHANGES.write(to, line.changes());
  }

  private static LogLine read(Unpacking from) {
    return new LogLine(from.text(), from.optional(Decided::read), Packed.CHANGES.read(from));
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
