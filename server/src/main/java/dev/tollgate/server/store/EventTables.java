package dev.tollgate.server.store;

import dev.tollgate.engine.book.Event;
import dev.tollgate.engine.book.Events;
import dev.tollgate.server.store.disk.Disk;
import dev.tollgate.server.store.disk.Row;
import dev.tollgate.server.store.disk.Session;
import dev.tollgate.server.webhook.Cursors;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;

/** The tables of events, and of how far receivers have been told of them. */
final class EventTables implements Events, Cursors {

  private static final Stored<Event> STORED = Stored.of(Event.class);

  private final Disk disk;

  EventTables(Disk disk) {
    this.disk = disk;
  }

  /** Adds events, in the transaction of what they are about. */
  static void add(Session session, List<Event> events) throws SQLException {
    for (Event event : events) {
      session.put(
          "events",
          last(session) + 1,
          event.at().toEpochMilli(),
          event.product(),
          event.account(),
          STORED.bytes(event));
    }
  }

  @Override
  public List<Numbered> after(long number, int limit) {
    return disk.read(
        session ->
            session.rows(
                "SELECT * FROM events WHERE number > ? ORDER BY number LIMIT ?",
                EventTables::event,
                number,
                (long) limit));
  }

  @Override
  public List<Numbered> after(String product, String account, long number, int limit) {
    disk.awaitAllWritten();
    return disk.read(
        session ->
            session.rows(
                "SELECT * FROM events WHERE product = ? AND account = ? AND number > ?"
                    + " ORDER BY number LIMIT ?",
                EventTables::event,
                product,
                account,
                number,
                (long) limit));
  }

  @Override
  public long last() {
    return disk.read(EventTables::last);
  }

  @Override
  public OptionalLong read(String address) {
    return disk.read(
        session ->
            session
                .row("SELECT * FROM receivers WHERE address = ?", row -> row.number(1), address)
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty()));
  }

  @Override
  public void note(String address, long number) {
    disk.append(
        new TableEntry(
            "a receiver is told up to event " + number,
            session -> session.put("receivers", address, number)));
  }

  private static long last(Session session) throws SQLException {
    return Long.parseLong(session.value("SELECT coalesce(max(number), 0) FROM events"));
  }

  private static Numbered event(Row row) {
    return new Numbered(row.number(0), STORED.value(row.bytes(4)));
  }
}
