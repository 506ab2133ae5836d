package dev.tollgate.server.store.disk;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes. It takes all entries that wait, writes them in one transaction, syncs
 * that, marks it, and tells everybody who waits; meanwhile the next ones gather. When it cannot
 * write, it keeps what it has and tries again until it can.
 */
final class GroupWriter implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(GroupWriter.class);
  private static final long FIRST_PAUSE_MILLIS = 50;
  private static final long LONGEST_PAUSE_MILLIS = 1_000;

  private final Database database;
  private final Marking marking;
  private final Upkeep upkeep;
  private final WaitingLine line;
  private final Thread thread = new Thread(this::work, "store");
  private Log.Group last;

  /** Where it is noted how far callers may be told. */
  @FunctionalInterface
  interface Marking {
    void write(Mark mark) throws IOException;
  }

  GroupWriter(Database database, Marking marking, Upkeep upkeep, WaitingLine line, Log.Group last) {
    this.database = database;
    this.marking = marking;
    this.upkeep = upkeep;
    this.line = line;
    this.last = last;
  }

  void start() {
    thread.start();
  }

  /** Writes what waits, does all upkeep, and ends. */
  @Override
  public void close() {
    line.close();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException later) {
        // What waits is written first.
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void work() {
    try {
      boolean closing = false;
      boolean more = true;
      while (more) {
        Optional<Upkeep.Piece> piece = upkeep.next(last.lastEntry(), closing);
        // Entries are taken after the piece was made, and all of them: it may rest on the last one.
        List<WaitingLine.Numbered> entries = piece.isPresent() ? line.takeAll() : line.take();
        more = !closing || piece.isPresent() || !entries.isEmpty();
        closing = line.isClosed();
        if (piece.isPresent() || !entries.isEmpty()) {
          more &= write(entries, piece);
        }
      }
    } catch (RuntimeException | Error fault) {
      LOG.error("the store has stopped writing", fault);
      line.trouble("the store has stopped writing: " + fault);
    }
  }

  /** Tries until it is done; false when the service stops meanwhile and it still cannot be done. */
  private boolean write(List<WaitingLine.Numbered> entries, Optional<Upkeep.Piece> piece) {
    Optional<Log.Entries> packed = pack(entries);
    Log.Group group = packed.map(all -> all.after(last)).orElse(last);
    long pause = FIRST_PAUSE_MILLIS;
    boolean again = false;
    while (true) {
      try {
        // A transaction that seemed to fail may have been done.
        boolean done = again && database.alone(Log::last).equals(group);
        Optional<Log.Entries> toLog = done ? Optional.empty() : packed;
        database.write(session -> write(session, group, toLog, entries, piece));
        if (packed.isPresent()) {
          marking.write(group.mark());
        }
        last = group;
        if (line.state().trouble().isPresent()) {
          LOG.warn("the store writes again; nothing that was decided is lost");
        }
        line.wrote(group.lastEntry());
        return true;
      } catch (SQLException | IOException failed) {
        again = true;
        boolean closing = line.isClosed();
        tell(failed);
        if (closing) {
          LOG.error("{} changes that nobody was told of are lost", entries.size());
          return false;
        }
        line.pause(pause);
        pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
      }
    }
  }

  private static Optional<Log.Entries> pack(List<WaitingLine.Numbered> entries) {
    List<LogRow> rows =
        entries.stream().map(one -> new LogRow(one.sequence(), one.entry().bytes())).toList();
    return rows.isEmpty() ? Optional.empty() : Optional.of(Log.Entries.of(rows));
  }

  private static boolean write(
      Session session,
      Log.Group group,
      Optional<Log.Entries> packed,
      List<WaitingLine.Numbered> entries,
      Optional<Upkeep.Piece> piece)
      throws SQLException {
    Transaction transaction = new Transaction(session);
    if (packed.isPresent()) {
      Log.append(session, group, packed.get().bytes());
      for (WaitingLine.Numbered one : entries) {
        one.entry().apply(transaction);
      }
    }
    if (piece.isPresent()) {
      piece.get().in(transaction);
    }
    transaction.end();
    return true;
  }

  private void tell(Exception failed) {
    if (line.state().trouble().isEmpty()) {
      LOG.error("the store refuses decisions until it can write: {}", failed.getMessage());
    }
    line.trouble("what is decided cannot be written down: " + failed.getMessage());
  }
}
