package dev.tollgate.server.store;

import dev.tollgate.engine.decide.InMemoryOpenQuotes;
import dev.tollgate.engine.decide.OpenQuotes;
import dev.tollgate.server.store.disk.Disk;
import java.time.Instant;
import java.util.Optional;

/**
 * Quotes that are read from their table once and written there when they are made and used. One
 * that is used is gone with the decision that used it or, after a crash, at most before it.
 */
final class StoredQuotes implements OpenQuotes {

  private static final Stored<Promise> STORED = Stored.of(Promise.class);

  private final Disk disk;
  private final OpenQuotes quotes = new InMemoryOpenQuotes();

  private StoredQuotes(Disk disk) {
    this.disk = disk;
  }

  static StoredQuotes read(Disk disk) {
    StoredQuotes stored = new StoredQuotes(disk);
    disk.read(
            session ->
                session.rows(
                    "SELECT * FROM quotes ORDER BY until", row -> STORED.value(row.bytes(2))))
        .forEach(promise -> stored.quotes.add(promise, Instant.MIN));
    return stored;
  }

  @Override
  public void add(Promise promise, Instant now) {
    disk.mustAccept();
    quotes.add(promise, now);
    disk.append(
        new TableEntry(
            "quote " + promise.id(),
            session ->
                session.put(
                    "quotes",
                    promise.id(),
                    promise.until().toEpochMilli(),
                    STORED.bytes(promise))));
  }

  @Override
  public Optional<Promise> find(String id, Instant now) {
    return quotes.find(id, now);
  }

  @Override
  public boolean redeem(Promise promise) {
    boolean redeemed = quotes.redeem(promise);
    if (redeemed) {
      disk.append(
          new TableEntry(
              "quote " + promise.id() + " is used",
              session -> session.update("DELETE FROM quotes WHERE id = ?", promise.id())));
    }
    return redeemed;
  }
}
