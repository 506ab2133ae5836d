package dev.tollgate.server.store.disk;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;

/**
 * A SQLite database with one session that writes and any number that read. Readers of a file see
 * what was last committed and wait for nobody; a database in memory has one session for all, which
 * take turns.
 */
final class Database implements AutoCloseable {

  private static final int BUSY_MILLIS = 2_000;

  /** What a session keeps of the pages that it has read or changed. */
  private static final int CACHE_KIBIBYTES = 32 * 1_024;

  /** Pages of the write-ahead log before SQLite moves them into the database: 64 MB. */
  private static final int LOG_PAGES = 16_000;

  /** It is written over from its beginning: a file that need not grow is synced sooner. */
  private static final long LOG_BYTES = 4_120L * LOG_PAGES;

  private final String url;
  private final boolean shared;
  private final SQLiteConfig.JournalMode journal;
  private final ReentrantLock turn = new ReentrantLock();
  private final Queue<Session> idle = new ConcurrentLinkedQueue<>();
  private Session writer;

  private Database(String url, boolean shared, SQLiteConfig.JournalMode journal)
      throws SQLException {
    this.url = url;
    this.shared = shared;
    this.journal = journal;
    this.writer = connect();
  }

  /** The database in a file, which is made when it is not there. */
  static Database in(Path file) throws SQLException {
    return new Database(url(file), true, SQLiteConfig.JournalMode.WAL);
  }

  /** The same with nothing beside the file once it is closed: it can be moved. */
  static Database inOneFile(Path file) throws SQLException {
    return new Database(url(file), true, SQLiteConfig.JournalMode.DELETE);
  }

  /** A new one that is gone when it is closed. */
  static Database inMemory() throws SQLException {
    return new Database("jdbc:sqlite::memory:", false, SQLiteConfig.JournalMode.MEMORY);
  }

  private static String url(Path file) {
    return "jdbc:sqlite:" + file.toAbsolutePath();
  }

  /**
   * Asks the database.
   *
   * @throws StoreDamaged if it cannot be read
   */
  <R> R read(Work<R> question) {
    if (!shared) {
      return inTurn(() -> question.with(writer));
    }
    try {
      Session pooled = idle.poll();
      Session session = pooled == null ? connect() : pooled;
      R answer = question.with(session);
      // One that has failed is not used again.
      idle.add(session);
      return answer;
    } catch (SQLException unreadable) {
      throw unreadable(unreadable);
    }
  }

  /** Does all of it or, when it throws, nothing. For one thread alone. */
  <R> R write(Work<R> work) throws SQLException {
    turn.lock();
    try {
      writer.begin();
      R result = work.with(writer);
      writer.commit();
      return result;
    } catch (SQLException | RuntimeException failed) {
      undo(failed);
      throw failed;
    } finally {
      turn.unlock();
    }
  }

  /** Asks on the writing session, outside of any transaction. For one thread alone. */
  <R> R alone(Work<R> work) throws SQLException {
    turn.lock();
    try {
      return work.with(writer);
    } finally {
      turn.unlock();
    }
  }

  @Override
  public void close() throws SQLException {
    for (Session session = idle.poll(); session != null; session = idle.poll()) {
      session.close();
    }
    alone(
        session -> {
          session.close();
          return true;
        });
  }

  private <R> R inTurn(SqlSupplier<R> work) {
    turn.lock();
    try {
      return work.get();
    } catch (SQLException unreadable) {
      throw unreadable(unreadable);
    } finally {
      turn.unlock();
    }
  }

  /** A session that cannot even undo is given up for a new one. */
  private void undo(Exception failed) {
    try {
      writer.rollBack();
    } catch (SQLException stuck) {
      failed.addSuppressed(stuck);
      reconnect(failed);
    }
  }

  private void reconnect(Exception failed) {
    if (!shared) {
      return;
    }
    try {
      Session fresh = connect();
      Session stuck = writer;
      writer = fresh;
      stuck.close();
    } catch (SQLException still) {
      failed.addSuppressed(still);
    }
  }

  private Session connect() throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(journal);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setBusyTimeout(BUSY_MILLIS);
    // Otherwise each change prepares a query for keys that nobody asks for.
    config.setGetGeneratedKeys(false);
    config.setCacheSize(-CACHE_KIBIBYTES);
    Properties properties = config.toProperties();
    properties.setProperty(
        SQLiteConfig.Pragma.JOURNAL_SIZE_LIMIT.pragmaName, Long.toString(LOG_BYTES));
    Session session = new Session(JDBC.createConnection(url, properties));
    session.run("PRAGMA wal_autocheckpoint = " + LOG_PAGES);
    session.run("PRAGMA cell_size_check = ON");
    return session;
  }

  private static StoreDamaged unreadable(SQLException cause) {
    return new StoreDamaged("the database cannot be read: " + cause.getMessage(), cause);
  }

  @FunctionalInterface
  private interface SqlSupplier<R> {
    R get() throws SQLException;
  }
}
