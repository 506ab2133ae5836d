package dev.tollgate.server.store.disk;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A transaction that writes entries and whatever follows from them. For the writer alone. */
public final class Transaction {

  private final Session session;
  private final List<Step> putOff = new ArrayList<>();

  Transaction(Session session) {
    this.session = session;
  }

  /** Does some work after all that was put off. */
  public void now(Step step) throws SQLException {
    end();
    step.with(session);
  }

  /**
   * Puts some work off until other work has to be done after it, at the latest until the end; so
   * what follows from several entries in a row is written once.
   */
  public void later(Step step) {
    putOff.add(step);
  }

  /**
   * Entries up to this one are not needed any more.
   *
   * @param lastEntry the last of those that were on disk at some moment before
   */
  public void checkpoint(long lastEntry) throws SQLException {
    now(session -> Log.prune(session, lastEntry));
  }

  /** Nothing is put off any more. */
  void end() throws SQLException {
    List<Step> due = List.copyOf(putOff);
    putOff.clear();
    for (Step step : due) {
      step.with(session);
    }
  }
}
