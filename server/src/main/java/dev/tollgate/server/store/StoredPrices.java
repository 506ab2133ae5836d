package dev.tollgate.server.store;

import dev.tollgate.engine.book.PriceHistory;
import dev.tollgate.engine.policy.Policy;
import dev.tollgate.server.store.disk.Disk;
import java.time.Instant;
import java.util.List;

/** The price lists on record, read once and written when a policy changes them. */
public final class StoredPrices {

  private static final Stored<PriceHistory.Entry> STORED = Stored.of(PriceHistory.Entry.class);

  private final Disk disk;
  private volatile PriceHistory history;

  private StoredPrices(Disk disk, PriceHistory history) {
    this.disk = disk;
    this.history = history;
  }

  static StoredPrices read(Disk disk) {
    List<PriceHistory.Entry> entries =
        disk.read(
            session ->
                session.rows(
                    "SELECT * FROM prices ORDER BY number", row -> STORED.value(row.bytes(1))));
    return new StoredPrices(disk, new PriceHistory(entries));
  }

  PriceHistory history() {
    return history;
  }

  /** Notes what a policy that comes into force changes. */
  public synchronized void inForce(Policy policy, Instant since) {
    long number = history.entries().size();
    for (PriceHistory.Entry entry : history.changes(policy, since)) {
      number++;
      long place = number;
      disk.append(
          new TableEntry(
              "prices of %s %s".formatted(entry.product(), entry.addOn()),
              session -> session.put("prices", place, STORED.bytes(entry))));
      history = history.with(List.of(entry));
    }
  }
}
