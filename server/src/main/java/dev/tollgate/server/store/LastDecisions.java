package dev.tollgate.server.store;

import dev.tollgate.engine.ledger.Entry;
import dev.tollgate.server.store.disk.Disk;
import dev.tollgate.server.store.disk.Session;
import dev.tollgate.server.store.disk.Step;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The moment of each account's last decision. Like counters, it is written with a checkpoint; until
 * then it is kept here, and in the log.
 */
final class LastDecisions<A, E> implements Projection<A, E> {

  private final Disk disk;
  private final Map<Account, Instant> unwritten = new ConcurrentHashMap<>();
  private SortedMap<Account, Instant> begun = new TreeMap<>();

  LastDecisions(Disk disk) {
    this.disk = disk;
  }

  /** In the order in which they lie on disk. */
  private record Account(String product, String id) implements Comparable<Account> {
    @Override
    public int compareTo(Account other) {
      int byProduct = product.compareTo(other.product);
      return byProduct != 0 ? byProduct : id.compareTo(other.id);
    }
  }

  @Override
  public void apply(Session session, List<Entry<A, E>> entries) {
    for (Entry<A, E> entry : entries) {
      if (entry instanceof Entry.Taken<A, E> taken) {
        decided(LogLine.Decided.of(taken.take()));
      }
    }
  }

  /** Notes a decision, once or several times. */
  void decided(LogLine.Decided decided) {
    unwritten.merge(
        new Account(decided.product(), decided.account()),
        decided.at(),
        (one, other) -> one.isAfter(other) ? one : other);
  }

  /** What a checkpoint that begins has to write; what the one before had to is written. */
  List<Step> begin() {
    begun.forEach(unwritten::remove);
    begun = new TreeMap<>(unwritten);
    List<Step> steps = new ArrayList<>();
    begun.forEach((account, at) -> steps.add(session -> put(session, account, at)));
    return steps;
  }

  private static void put(Session session, Account account, Instant at) throws SQLException {
    session.raise(
        "last_decisions",
        "product, account",
        "at",
        account.product(),
        account.id(),
        at.toEpochMilli());
  }

  /** The moment of an account's last decision, however long ago. */
  Optional<Instant> of(String product, String account) {
    Optional<Instant> written =
        disk.read(
            session ->
                session.row(
                    "SELECT * FROM last_decisions WHERE product = ? AND account = ?",
                    row -> Instant.ofEpochMilli(row.number(2)),
                    product,
                    account));
    return Stream.concat(
            written.stream(),
            Optional.ofNullable(unwritten.get(new Account(product, account))).stream())
        .max(Comparator.naturalOrder());
  }
}
