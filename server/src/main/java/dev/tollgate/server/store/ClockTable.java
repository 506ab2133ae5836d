package dev.tollgate.server.store;

import dev.tollgate.engine.ledger.Entry;
import dev.tollgate.server.clock.ClockReading;
import dev.tollgate.server.store.disk.Session;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** The service's time at the latest change, from which the next start goes on. */
final class ClockTable {

  private static final String LATEST = "latest";

  private ClockTable() {}

  /** Writes the time of an entry, unless a later one was written. */
  static void put(Session session, Entry<?, ?> entry) throws SQLException {
    put(session, new ClockReading(entry.at(), entry.drift()));
  }

  /** Writes a time, unless a later one was written. */
  static void put(Session session, ClockReading now) throws SQLException {
    Optional<ClockReading> before = latest(session);
    if (before.isEmpty() || isLater(now, before.get())) {
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

  /** While wall time stands still, steady time goes on, and the drift falls. */
  private static boolean isLater(ClockReading now, ClockReading before) {
    return now.wall().isAfter(before.wall())
        || now.wall().equals(before.wall()) && now.drift() < before.drift();
  }
}
