package dev.tollgate.server.store;

import dev.tollgate.engine.ledger.Archive;
import dev.tollgate.engine.ledger.Archived;
import dev.tollgate.engine.ledger.Drawn;
import dev.tollgate.engine.ledger.Entry;
import dev.tollgate.engine.ledger.Packed;
import dev.tollgate.engine.ledger.RequestId;
import dev.tollgate.engine.ledger.Take;
import dev.tollgate.server.store.disk.Disk;
import dev.tollgate.server.store.disk.Row;
import dev.tollgate.server.store.disk.Session;
import dev.tollgate.server.store.disk.StoreDamaged;
import dev.tollgate.server.store.disk.Work;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The tables of decisions: by id for 35 days, by request id for 24 hours, and each account's last
 * one. What they say is never changed, so whoever reads them needs no lock.
 */
final class DecisionTables<A, E> implements Projection<A, E>, Archive<A, E> {

  private static final Duration KNOWN = Duration.ofDays(35);
  private static final Duration REPLAYED = Duration.ofHours(24);

  /** Rows that one sweep deletes at most, so that nobody waits for it. */
  private static final long SWEPT_AT_ONCE = 2_000;

  private final Disk disk;
  private final Stored<Decided<A>> decided;
  private final Stored<Archived.End<E>> ended;

  DecisionTables(Disk disk, Class<A> answer, Class<E> endAnswer) {
    this.disk = disk;
    this.decided = Stored.of(Decided.class, answer);
    this.ended = Stored.of(Archived.End.class, endAnswer);
  }

  /**
   * What never changes of a decision.
   *
   * @param drawn packed
   */
  private record Decided<A>(Take take, long drift, byte[] drawn, A answer) {}

  @Override
  public void apply(Session session, Entry<A, E> entry) throws SQLException {
    entry.accept(new Writing()).with(session);
  }

  /** What an entry writes. */
  private final class Writing implements Entry.Visitor<A, E, Work<Boolean>> {

    @Override
    public Work<Boolean> visitTaken(Entry.Taken<A, E> taken) {
      return session ->
          put(
              session,
              new Decided<>(
                  taken.take(), taken.drift(), Packed.drawn(taken.drawn()), taken.answer()));
    }

    @Override
    public Work<Boolean> visitClosed(Entry.Closed<A, E> closed) {
      return session -> {
        byte[] end =
            ended.bytes(new Archived.End<>(closed.state(), closed.settled(), closed.answer()));
        session.put("ends", closed.take().decisionId(), end);
        return true;
      };
    }

    @Override
    public Work<Boolean> visitAdjusted(Entry.Adjusted<A, E> adjusted) {
      return session -> true;
    }
  }

  private boolean put(Session session, Decided<A> decision) throws SQLException {
    Take take = decision.take();
    long at = take.at().toEpochMilli();
    session.put("decisions", take.decisionId(), at, decided.bytes(decision));
    if (last(session, take.product(), take.account()).orElse(Instant.MIN).isBefore(take.at())) {
      session.put("last_decisions", take.product(), take.account(), at);
    }
    Optional<RequestId> request = take.request();
    if (request.isPresent()) {
      session.put(
          "requests", take.product(), take.account(), request.get().id(), take.decisionId(), at);
    }
    return true;
  }

  /** Deletes some of what nobody is told of any more; for the writer. */
  void sweep(Session session, Instant now) throws SQLException {
    long unknown = now.minus(KNOWN).toEpochMilli();
    session.update(
        "DELETE FROM ends WHERE id IN"
            + " (SELECT id FROM decisions WHERE at <= ? ORDER BY rowid LIMIT ?)",
        unknown,
        SWEPT_AT_ONCE);
    sweep(session, "decisions", unknown);
    sweep(session, "requests", now.minus(REPLAYED).toEpochMilli());
  }

  /** The oldest rows come first, so it is enough to look at those. */
  private static void sweep(Session session, String table, long until) throws SQLException {
    session.update(
        "DELETE FROM %1$s WHERE at <= ? AND rowid IN (SELECT rowid FROM %1$s ORDER BY rowid LIMIT ?)"
            .formatted(table),
        until,
        SWEPT_AT_ONCE);
  }

  @Override
  public Optional<Archived<A, E>> find(String decisionId) {
    return disk.read(session -> find(session, decisionId));
  }

  @Override
  public Optional<Archived<A, E>> answered(String product, String account, String requestId) {
    return disk.read(
        session -> {
          Optional<String> decision =
              session.row(
                  "SELECT * FROM requests WHERE product = ? AND account = ? AND request = ?",
                  row -> row.text(3),
                  product,
                  account,
                  requestId);
          return decision.isPresent()
              ? Optional.of(
                  find(session, decision.get())
                      .orElseThrow(() -> new StoreDamaged("lost: decision " + decision.get())))
              : Optional.empty();
        });
  }

  @Override
  public Optional<Instant> lastDecision(String product, String account) {
    return disk.read(session -> last(session, product, account));
  }

  private static Optional<Instant> last(Session session, String product, String account)
      throws SQLException {
    return session.row(
        "SELECT * FROM last_decisions WHERE product = ? AND account = ?",
        row -> Instant.ofEpochMilli(row.number(2)),
        product,
        account);
  }

  private Optional<Archived<A, E>> find(Session session, String decisionId) throws SQLException {
    Optional<Archived.End<E>> end =
        session.row(
            "SELECT * FROM ends WHERE id = ?", row -> ended.value(row.bytes(1)), decisionId);
    return session
        .row("SELECT * FROM decisions WHERE id = ?", this::decided, decisionId)
        .map(one -> new Archived<>(one.take(), one.drift(), drawn(one), one.answer(), end));
  }

  private static List<Drawn> drawn(Decided<?> decision) {
    try {
      return Packed.drawn(decision.drawn());
    } catch (IllegalArgumentException unreadable) {
      throw new StoreDamaged(
          "what decision " + decision.take().decisionId() + " drew: " + unreadable.getMessage());
    }
  }

  private Decided<A> decided(Row row) {
    return decided.value(row.bytes(2));
  }
}
