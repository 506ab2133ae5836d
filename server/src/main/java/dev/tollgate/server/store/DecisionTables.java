package dev.tollgate.server.store;

import dev.tollgate.engine.ledger.Archive;
import dev.tollgate.engine.ledger.Archived;
import dev.tollgate.engine.ledger.Entry;
import dev.tollgate.engine.ledger.Packed;
import dev.tollgate.engine.ledger.Take;
import dev.tollgate.engine.pack.Form;
import dev.tollgate.server.store.disk.Disk;
import dev.tollgate.server.store.disk.Session;
import dev.tollgate.server.store.disk.Step;
import dev.tollgate.server.store.disk.StoreDamaged;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The tables of decisions: by id for 35 days, and by request id for 24 hours. What they say is
 * never changed, so whoever reads them needs no lock.
 */
final class DecisionTables<A, E> implements Projection<A, E>, Archive<A, E> {

  private final Disk disk;
  private final LastDecisions<A, E> last;
  private final Stored<Archived<A, E>> decisions;
  private final Stored<Archived.End<E>> ends;

  DecisionTables(Disk disk, LastDecisions<A, E> last, Form<A> answer, Form<E> endAnswer) {
    this.disk = disk;
    this.last = last;
    this.decisions = Stored.as(Packed.decision(answer));
    this.ends = Stored.as(Packed.end(endAnswer));
  }

  @Override
  public void apply(Session session, List<Entry<A, E>> entries) throws SQLException {
    for (Entry<A, E> entry : entries) {
      entry.accept(new Writing()).with(session);
    }
  }

  /** What an entry writes. */
  private final class Writing implements Entry.Visitor<A, E, Step> {

    @Override
    public Step visitTaken(Entry.Taken<A, E> taken) {
      return session -> {
        Take take = taken.take();
        Archived<A, E> decision =
            new Archived<>(take, taken.drift(), taken.drawn(), taken.answer(), Optional.empty());
        long at = take.at().toEpochMilli();
        session.put("decisions", take.decisionId(), at, decisions.bytes(decision));
        if (take.request().isPresent()) {
          String request = take.request().get().id();
          session.put("requests", take.product(), take.account(), request, take.decisionId(), at);
        }
      };
    }

    @Override
    public Step visitClosed(Entry.Closed<A, E> closed) {
      return session -> {
        byte[] end =
            ends.bytes(new Archived.End<>(closed.state(), closed.settled(), closed.answer()));
        session.put("ends", closed.take().decisionId(), end);
      };
    }

    @Override
    public Step visitAdjusted(Entry.Adjusted<A, E> adjusted) {
      return session -> {};
    }
  }

  @Override
  public Optional<Archived<A, E>> find(String decisionId) {
    return disk.read(session -> find(session, decisionId));
  }

  @Override
  public Optional<String> greatestId() {
    return disk.read(
        session ->
            session.row("SELECT * FROM decisions ORDER BY id DESC LIMIT 1", row -> row.text(0)));
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
    return last.of(product, account);
  }

  private Optional<Archived<A, E>> find(Session session, String decisionId) throws SQLException {
    Optional<Archived.End<E>> end =
        session.row("SELECT * FROM ends WHERE id = ?", row -> ends.value(row.bytes(1)), decisionId);
    return session
        .row(
            "SELECT * FROM decisions WHERE id = ?",
            row -> decisions.value(row.bytes(2)),
            decisionId)
        .map(open -> open.ended(end));
  }
}
