package dev.tollgate.server.store;

import static dev.tollgate.engine.book.AccountBook.KEPT_DAYS;

import dev.tollgate.server.store.disk.Row;
import dev.tollgate.server.store.disk.Session;
import dev.tollgate.server.store.disk.Step;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Deletes some of what nobody is told of any more, a little at a time. What was billed stays for
 * good: it is a few rows a day of those who pay, and the only evidence of it. For the writer alone.
 */
final class Forgetting implements Step {

  private static final Duration DECISIONS_KNOWN = Duration.ofDays(35);
  private static final Duration REQUESTS_REPLAYED = Duration.ofHours(24);

  /** Two more than the 35 for which days are open, for zones and the change of clocks. */
  private static final int OPEN_DAYS = 37;

  /** Rows that are deleted at once at most, so that nobody waits for it. */
  private static final long AT_ONCE = 2_000;

  /** Accounts whose usage is looked at at once: all of them in turn. */
  private static final int ACCOUNTS_AT_ONCE = 20;

  private final Supplier<Instant> latest;
  private LocalDate today = LocalDate.EPOCH;
  private Optional<Row> lookedAt = Optional.empty();

  /**
   * @param latest the moment of the latest entry
   */
  Forgetting(Supplier<Instant> latest) {
    this.latest = latest;
  }

  @Override
  public void with(Session session) throws SQLException {
    Instant now = latest.get();
    decisions(session, now.minus(DECISIONS_KNOWN).toEpochMilli());
    oldest(session, "requests", "at", now.minus(REQUESTS_REPLAYED).toEpochMilli());
    oldest(session, "quotes", "until", now.toEpochMilli());
    oldest(session, "adjustments", "at", now.minus(REQUESTS_REPLAYED).toEpochMilli());
    oldest(session, "events", "at", now.minus(Duration.ofDays(KEPT_DAYS)).toEpochMilli());
    LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
    usage(session, day.minusDays(KEPT_DAYS + 1));
    if (!day.equals(today)) {
      today = day;
      CounterTables.sweep(session, day.minusDays(OPEN_DAYS));
    }
  }

  private void usage(Session session, LocalDate before) throws SQLException {
    for (int i = 0; i < ACCOUNTS_AT_ONCE; i++) {
      lookedAt =
          session.row(
              "SELECT * FROM usage WHERE (product, account) > (?, ?)"
                  + " ORDER BY product, account LIMIT 1",
              row -> row,
              lookedAt.map(row -> row.text(0)).orElse(""),
              lookedAt.map(row -> row.text(1)).orElse(""));
      if (lookedAt.isEmpty()) {
        return;
      }
      session.update(
          "DELETE FROM usage WHERE product = ? AND account = ? AND day < ?",
          lookedAt.get().text(0),
          lookedAt.get().text(1),
          before.toString());
    }
  }

  private static void decisions(Session session, long until) throws SQLException {
    if (isDue(session, "decisions", "at", until)) {
      session.update(
          "DELETE FROM ends WHERE id IN"
              + " (SELECT id FROM decisions WHERE at <= ? ORDER BY rowid LIMIT ?)",
          until,
          AT_ONCE);
      oldest(session, "decisions", "at", until);
    }
  }

  /**
   * Deletes rows of a table that has the oldest first: it is enough to look at those. The very last
   * stays, for numbers go on from it.
   */
  private static void oldest(Session session, String table, String column, long until)
      throws SQLException {
    if (isDue(session, table, column, until)) {
      session.update(
          "DELETE FROM %1$s WHERE %2$s <= ? AND rowid < (SELECT max(rowid) FROM %1$s)"
                  .formatted(table, column)
              + " AND rowid IN (SELECT rowid FROM %1$s ORDER BY rowid LIMIT ?)".formatted(table),
          until,
          AT_ONCE);
    }
  }

  /** Whether the very first row is to be deleted. */
  private static boolean isDue(Session session, String table, String column, long until)
      throws SQLException {
    return session
        .value(
            "SELECT count(*) FROM (SELECT %2$s AS moment FROM %1$s ORDER BY rowid LIMIT 1) WHERE moment <= ?"
                .formatted(table, column),
            until)
        .equals("1");
  }
}
