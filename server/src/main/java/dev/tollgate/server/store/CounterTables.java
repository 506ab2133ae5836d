package dev.tollgate.server.store;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.tollgate.engine.ledger.BilledPart;
import dev.tollgate.engine.ledger.CounterChange;
import dev.tollgate.engine.ledger.CounterImage;
import dev.tollgate.engine.ledger.CounterKey;
import dev.tollgate.engine.ledger.Entry;
import dev.tollgate.engine.ledger.Packed;
import dev.tollgate.engine.ledger.Restoration;
import dev.tollgate.server.store.disk.Row;
import dev.tollgate.server.store.disk.Session;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tables of counters, as of their checkpoints, and of billed days, as of the last entry. */
final class CounterTables {

  private static final Stored<List<BilledPart>> BILLED = Stored.as(Packed.BILLED);
  private static final Stored<List<String>> KEYS = Stored.of(new TypeReference<>() {});

  private CounterTables() {}

  /** Writes the billed days that entries have changed, each as it is after the last of them. */
  static void putBilled(Session session, List<? extends Entry<?, ?>> entries) throws SQLException {
    Map<List<String>, List<BilledPart>> days = new LinkedHashMap<>();
    for (Entry<?, ?> entry : entries) {
      for (CounterChange change : entry.changes()) {
        if (change instanceof CounterChange.Billed billed) {
          CounterKey key = billed.key();
          String day = billed.day().toString();
          days.put(List.of(key.product(), key.quota(), key.account(), day), billed.parts());
        }
      }
    }
    for (Map.Entry<List<String>, List<BilledPart>> day : days.entrySet()) {
      List<String> of = day.getKey();
      byte[] parts = BILLED.bytes(day.getValue());
      session.put("billed_days", of.get(0), of.get(1), of.get(2), of.get(3), parts);
    }
  }

  /** Writes how a counter stands. */
  static void put(Session session, CounterImage image) throws SQLException {
    CounterKey key = image.key();
    session.put(
        "counters",
        key.product(),
        key.quota(),
        key.account(),
        KEYS.text(key.keys()),
        image.sequence(),
        image.bytes());
  }

  /** Deletes the counters in which nothing is counted and which the log does not mention either. */
  static void dropEmpty(Session session, long checkpoint) throws SQLException {
    session.update("DELETE FROM counters WHERE length(image) = 0 AND sequence <= ?", checkpoint);
  }

  /** Reads everything into a restoration. */
  static boolean restore(Session session, Restoration restoration) throws SQLException {
    session.rows("SELECT * FROM counters", CounterTables::image).forEach(restoration::image);
    return session
        .rows(
            "SELECT * FROM billed_days",
            row -> {
              restoration.billed(
                  row.text(0),
                  row.text(1),
                  row.text(2),
                  LocalDate.parse(row.text(3)),
                  BILLED.value(row.bytes(4)));
              return true;
            })
        .isEmpty();
  }

  /** Some counters that come after another one, in an order of their own. */
  static List<CounterKey> after(Session session, Optional<CounterKey> key, long most)
      throws SQLException {
    CounterKey from = key.orElse(new CounterKey("", "", "", List.of()));
    return session.rows(
        "SELECT * FROM counters WHERE (product, quota, account, keys) > (?, ?, ?, ?)"
            + " ORDER BY product, quota, account, keys LIMIT ?",
        row -> image(row).key(),
        from.product(),
        from.quota(),
        from.account(),
        KEYS.text(from.keys()),
        most);
  }

  /** Deletes the billed days before a day. */
  static void sweep(Session session, LocalDate closed) throws SQLException {
    session.update("DELETE FROM billed_days WHERE day < ?", closed.toString());
  }

  private static CounterImage image(Row row) {
    List<String> keys = KEYS.value(row.text(3));
    CounterKey key = new CounterKey(row.text(0), row.text(1), row.text(2), keys);
    return new CounterImage(key, row.number(4), row.bytes(5));
  }
}
