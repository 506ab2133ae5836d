package dev.tollgate.server.store;

import dev.tollgate.engine.ledger.Entry;
import dev.tollgate.server.clock.ClockReading;
import dev.tollgate.server.store.disk.Session;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The service's time at the latest change, from which the next start goes on. */
final class ClockTable {

  private static final String LATEST = "latest";

  /** While wall time stands still, steady time goes on, and the drift falls. */
  private static final Comparator<ClockReading> LATER =
      Comparator.comparing(ClockReading::wall)
          .thenComparing(Comparator.comparing(ClockReading::drift).reversed());

  private ClockTable() {}

  /** Writes the time of the latest entry, unless a later one was written. */
  static void put(Session session, List<? extends Entry<?, ?>> entries) throws SQLException {
    put(
        session,
        entries.stream()
            .map(entry -> new ClockReading(entry.at(), entry.drift()))
            .max(LATER)
            .orElseThrow());
  }

  /** Writes a time, unless a later one was written. */
  static void put(Session session, ClockReading now) throws SQLException {
    Optional<ClockReading> before = latest(session);
    if (before.isEmpty() || LATER.compare(now, before.get()) > 0) {
      session.put("clock", LATEST, now.wall().toEpochMilli(), now.drift());
    }
  }

  /** The time of the latest change; empty when there was none ever. */
  static Optional<ClockReading> latest(Session session) throws SQLException {
    return session.row(
        "SELECT * FROM clock WHERE name = ?",
        row -> new ClockReading(Instant.ofEpochMilli(row.number(1)), row.number(2)),
        LATEST);
  }
}
