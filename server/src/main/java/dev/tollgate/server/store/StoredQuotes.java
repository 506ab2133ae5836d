package dev.tollgate.server.store;

import dev.tollgate.engine.decide.InMemoryOpenQuotes;
import dev.tollgate.engine.decide.OpenQuotes;
import dev.tollgate.engine.decide.Remembered;
import dev.tollgate.engine.decide.Settlement;
import dev.tollgate.engine.ledger.Entry;
import dev.tollgate.server.store.disk.Disk;
import dev.tollgate.server.store.disk.Session;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Quotes that are read from their table once and written there when they are made. One that is used
 * goes with the decision that used it, in the same entry.
 */
final class StoredQuotes implements OpenQuotes, Projection<Remembered, Settlement> {

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
    return quotes.redeem(promise);
  }

  @Override
  public void apply(Session session, List<Entry<Remembered, Settlement>> entries)
      throws SQLException {
    for (Entry<Remembered, Settlement> entry : entries) {
      if (entry instanceof Entry.Taken<Remembered, Settlement> taken
          && taken.answer().quote().isPresent()) {
        session.update("DELETE FROM quotes WHERE id = ?", taken.answer().quote().get());
      }
    }
  }
}
