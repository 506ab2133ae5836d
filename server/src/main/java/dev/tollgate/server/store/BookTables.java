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
import java.util.LinkedHashMap;
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
  public void apply(Session session, List<Entry<Remembered, Settlement>> entries)
      throws SQLException {
    Map<Place<Usage.Key>, Usage> usage = new LinkedHashMap<>();
    Map<Place<BilledLine.Sort>, BilledLine> lines = new LinkedHashMap<>();
    for (Entry<Remembered, Settlement> entry : entries) {
      Booked booked = Bookings.of(entry);
      for (Usage one : booked.usage()) {
        usage.merge(new Place<>(booked.product(), booked.account(), one.key()), one, Usage::plus);
      }
      for (BilledLine one : booked.lines()) {
        lines.merge(
            new Place<>(booked.product(), booked.account(), one.sort()), one, BilledLine::plus);
      }
      EventTables.add(session, booked.events());
    }
    for (Map.Entry<Place<Usage.Key>, Usage> more : usage.entrySet()) {
      addUsage(session, more.getKey(), more.getValue());
    }
    for (Map.Entry<Place<BilledLine.Sort>, BilledLine> more : lines.entrySet()) {
      addLine(session, more.getKey(), more.getValue());
    }
  }

  /** Under what something is added up. */
  private record Place<K>(String product, String account, K key) {}

  private static void addUsage(Session session, Place<Usage.Key> place, Usage more)
      throws SQLException {
    Usage.Key key = place.key();
    Object[] where = {
      place.product(),
      place.account(),
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
                row -> usage(key, row).plus(more),
                where)
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

  private static void addLine(Session session, Place<BilledLine.Sort> place, BilledLine more)
      throws SQLException {
    String day = more.day().toString();
    String sort = SORTS.text(place.key());
    BilledLine sum =
        session
            .row(
                "SELECT * FROM billed_lines"
                    + " WHERE product = ? AND account = ? AND day = ? AND sort = ?",
                row -> line(row).plus(more),
                place.product(),
                place.account(),
                day,
                sort)
            .orElse(more);
    session.put("billed_lines", place.product(), place.account(), day, sort, LINES.bytes(sum));
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
    return usage(key, row);
  }

  private static Usage usage(Usage.Key key, Row row) {
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
