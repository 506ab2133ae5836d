package dev.tollgate.server.store.disk;

import dev.tollgate.engine.ledger.StoreUnreachable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Where changes are written down. It is opened, read, and then {@link #start started}; from then on
 * it takes entries, until it is closed. Thread safe.
 */
public final class Disk implements AutoCloseable {

  /** The name of the database in its folder. */
  public static final String DATABASE = "tollgate.db";

  private static final Logger LOG = LoggerFactory.getLogger(Disk.class);

  private final Database database;
  private final Optional<MarkFile> mark;
  private final Log.Group last;
  private final List<String> losses;
  private final WaitingLine line;
  private Optional<GroupWriter> writer = Optional.empty();

  private Disk(Database database, Optional<MarkFile> mark, Log.Group last, List<String> losses) {
    this.database = database;
    this.mark = mark;
    this.last = last;
    this.losses = List.copyOf(losses);
    this.line = new WaitingLine(last.lastEntry());
  }

  /** One that keeps nothing once it is closed. */
  public static Disk inMemory() {
    try {
      Database database = Database.inMemory();
      Migrations.migrate(database, Path.of(DATABASE));
      return new Disk(database, Optional.empty(), Log.Group.NONE, List.of());
    } catch (SQLException impossible) {
      throw new IllegalStateException("no database in memory", impossible);
    }
  }

  /**
   * Opens what is kept in a folder, which is made when it is not there, and verifies it.
   *
   * @param acceptLoss whether to go on from what is there when something is lost or damaged
   * @throws StoreRefused if it cannot be written to, another server has it open, a newer program
   *     wrote it, or something is lost or damaged
   */
  public static Disk in(Path folder, boolean acceptLoss) {
    Path file = folder.resolve(DATABASE);
    try {
      Files.createDirectories(folder);
      MarkFile mark = MarkFile.open(folder);
      try {
        return open(file, mark, acceptLoss);
      } catch (IOException | SQLException | RuntimeException refused) {
        mark.close();
        throw refused;
      }
    } catch (SQLException failed) {
      throw isDamage(failed)
          ? StoreRefused.beyondUse(file, failed.getMessage())
          : StoreRefused.unusable(folder, failed);
    } catch (IOException failed) {
      throw StoreRefused.unusable(folder, failed);
    }
  }

  private static Disk open(Path file, MarkFile mark, boolean acceptLoss)
      throws IOException, SQLException {
    Inspection inspection = new Inspection(file, acceptLoss);
    Database database = Database.in(file);
    try {
      Migrations.migrate(database, file);
      Log.Group last = inspection.inspect(database, mark);
      inspection.losses().forEach(loss -> LOG.warn("{}; this was accepted", loss));
      return new Disk(database, Optional.of(mark), last, inspection.losses());
    } catch (SQLException | IOException | RuntimeException refused) {
      database.close();
      throw refused;
    }
  }

  private static boolean isDamage(SQLException refused) {
    return refused instanceof SQLiteException sqlite
        && (sqlite.getResultCode() == SQLiteErrorCode.SQLITE_NOTADB
            || (sqlite.getResultCode().code & 0xff) == SQLiteErrorCode.SQLITE_CORRUPT.code);
  }

  /** What was lost and accepted when it was opened, a line each. */
  public List<String> losses() {
    return losses;
  }

  /** The bytes of the entries that are to be done again, in order, by their numbers. */
  public List<LogRow> entries() {
    return database.read(Log::rows).stream().filter(row -> row.bytes().length > 0).toList();
  }

  /** From now on entries are taken. */
  public void start(Upkeep upkeep) {
    GroupWriter.Marking marking = at -> {};
    if (mark.isPresent()) {
      marking = mark.get()::write;
    }
    GroupWriter started = new GroupWriter(database, marking, upkeep, line, last);
    started.start();
    writer = Optional.of(started);
  }

  /**
   * Asks the database: what was committed last.
   *
   * @throws StoreDamaged if it cannot be read
   */
  public <R> R read(Work<R> question) {
    return database.read(question);
  }

  /**
   * Refuses when nothing can be written.
   *
   * @throws StoreUnreachable then
   */
  public void mustAccept() {
    line.mustAccept();
  }

  /** Takes an entry and says its number. Waits for nothing. */
  public long append(LogEntry entry) {
    return line.append(entry);
  }

  /**
   * Waits until an entry, and all before it, is on disk.
   *
   * @throws StoreUnreachable when it cannot be written for now
   */
  public void awaitWritten(long sequence) {
    line.awaitWritten(sequence);
  }

  /**
   * Waits until everything that was appended up to now is on disk, and so can be read.
   *
   * @throws StoreUnreachable when it cannot be written for now
   */
  public void awaitAllWritten() {
    line.awaitWritten(line.state().appended());
  }

  /** Lets the database grow to this many pages and no further, as a disk does that is full. */
  void allowPages(long most) {
    try {
      database.alone(session -> session.value("PRAGMA max_page_count = " + most));
    } catch (SQLException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  public StoreState state() {
    return line.state();
  }

  /** Writes what waits, does all upkeep, and lets go of the files. */
  @Override
  public void close() {
    writer.ifPresent(GroupWriter::close);
    try {
      database.close();
      if (mark.isPresent()) {
        mark.get().close();
      }
    } catch (SQLException | IOException late) {
      LOG.warn("everything is written, but the files could not be closed", late);
    }
  }
}
