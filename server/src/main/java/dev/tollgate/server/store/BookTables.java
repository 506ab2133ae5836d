package dev.tollgate.server.store;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.tollgate.engine.book.BilledLine;
import dev.tollgate.engine.book.Booked;
import dev.tollgate.engine.book.Bookings;
import dev.tollgate.engine.book.PriceHistory;
import dev.tollgate.engine.book.Records;
import dev.tollgate.engine.book.Usage;
import dev.tollgate.engine.decide.Remembered;
import dev.tollgate.engine.decide.Settlement;
import dev.tollgate.engine.ledger.Entry;
import dev.tollgate.server.store.disk.Disk;
import dev.tollgate.server.store.disk.Row;
import dev.tollgate.server.store.disk.Session;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The tables of what accounts used and have to pay. */
final class BookTables implements Projection<Remembered, Settlement>, Records {

  private static final Stored<Map<String, String>> KEYS = Stored.of(new TypeReference<>() {});
  private static final Stored<BilledLine.Sort> SORTS = Stored.of(BilledLine.Sort.class);
  private static final Stored<BilledLine> LINES = Stored.of(BilledLine.class);

  private final Disk disk;
  private final StoredPrices prices;

  BookTables(Disk disk, StoredPrices prices) {
    this.disk = disk;
    this.prices = prices;
  }

  @Override
  public void apply(Session session, Entry<Remembered, Settlement> entry) throws SQLException {
    Booked booked = Bookings.of(entry);
    for (Usage usage : booked.usage()) {
      add(session, booked, usage);
    }
    for (BilledLine line : booked.lines()) {
      add(session, booked, line);
    }
    EventTables.add(session, booked.events());
  }

  private static void add(Session session, Booked booked, Usage more) throws SQLException {
    Usage.Key key = more.key();
    Object[] where = {
      booked.product(),
      booked.account(),
      key.day().toString(),
      key.quota(),
      key.unit(),
      key.call().orElse(""),
      KEYS.text(key.keys()),
      key.currency().orElse("")
    };
    Usage sum =
        session
            .row(
                "SELECT * FROM usage WHERE product = ? AND account = ? AND day = ? AND quota = ?"
                    + " AND unit = ? AND call = ? AND keys = ? AND currency = ?",
                BookTables::usage,
                where)
            .map(before -> before.plus(more))
            .orElse(more);
    session.put(
        "usage",
        where[0],
        where[1],
        where[2],
        where[3],
        where[4],
        where[5],
        where[6],
        where[7],
        sum.calls(),
        sum.included().toPlainString(),
        sum.billed().toPlainString(),
        sum.money().toPlainString());
  }

  private static void add(Session session, Booked booked, BilledLine more) throws SQLException {
    String day = more.day().toString();
    String sort = SORTS.text(more.sort());
    BilledLine sum =
        session
            .row(
                "SELECT * FROM billed_lines"
                    + " WHERE product = ? AND account = ? AND day = ? AND sort = ?",
                BookTables::line,
                booked.product(),
                booked.account(),
                day,
                sort)
            .map(before -> before.plus(more))
            .orElse(more);
    session.put("billed_lines", booked.product(), booked.account(), day, sort, LINES.bytes(sum));
  }

  // What was decided before a question is in its answer, even where nobody waited for it.
  @Override
  public void usage(
      String product, String account, LocalDate from, LocalDate to, Consumer<Usage> told) {
    disk.awaitAllWritten();
    disk.read(
            session ->
                session.rows(
                    "SELECT * FROM usage WHERE product = ? AND account = ? AND day BETWEEN ? AND ?",
                    BookTables::usage,
                    product,
                    account,
                    from.toString(),
                    to.toString()))
        .forEach(told);
  }

  @Override
  public List<BilledLine> billed(String product, String account, LocalDate from, LocalDate to) {
    disk.awaitAllWritten();
    return disk.read(
        session ->
            session.rows(
                "SELECT * FROM billed_lines"
                    + " WHERE product = ? AND account = ? AND day BETWEEN ? AND ?",
                BookTables::line,
                product,
                account,
                from.toString(),
                to.toString()));
  }

  @Override
  public PriceHistory prices() {
    return prices.history();
  }

  private static Usage usage(Row row) {
    Usage.Key key =
        new Usage.Key(
            LocalDate.parse(row.text(2)),
            row.text(3),
            row.text(4),
            unlessEmpty(row.text(5)),
            KEYS.value(row.text(6)),
            unlessEmpty(row.text(7)));
    return new Usage(
        key,
        row.number(8),
        new BigDecimal(row.text(9)),
        new BigDecimal(row.text(10)),
        new BigDecimal(row.text(11)));
  }

  private static BilledLine line(Row row) {
    return LINES.value(row.bytes(4));
  }

  private static Optional<String> unlessEmpty(String text) {
    return Optional.of(text).filter(it -> !it.isEmpty());
  }
}
