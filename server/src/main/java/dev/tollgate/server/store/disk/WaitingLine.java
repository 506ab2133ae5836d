package dev.tollgate.server.store.disk;

import dev.tollgate.engine.ledger.StoreUnreachable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Entries that are not on disk yet, in order, and those who wait for them to be. Thread safe. */
final class WaitingLine {

  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition work = lock.newCondition();
  private final Condition done = lock.newCondition();
  private List<Numbered> waiting = new ArrayList<>();
  private long appended;
  private long written;
  private Optional<String> trouble = Optional.empty();
  private boolean closed;

  /**
   * @param last number of the last entry that is on disk
   */
  WaitingLine(long last) {
    this.appended = last;
    this.written = last;
  }

  /** An entry and its number. */
  record Numbered(long sequence, LogEntry entry) {}

  /** Takes an entry and says its number. Waits for nothing. */
  long append(LogEntry entry) {
    lock.lock();
    try {
      appended++;
      waiting.add(new Numbered(appended, entry));
      work.signal();
      return appended;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Refuses when nothing can be written.
   *
   * @throws StoreUnreachable then
   */
  void mustAccept() {
    lock.lock();
    try {
      refuseInTrouble();
      if (closed) {
        throw new StoreUnreachable("the service is stopping");
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until an entry is on disk.
   *
   * @throws StoreUnreachable when it cannot be written for now
   */
  void awaitWritten(long sequence) {
    lock.lock();
    try {
      long left = PATIENCE_NANOS;
      while (written < sequence) {
        refuseInTrouble();
        if (left <= 0) {
          throw new StoreUnreachable("the disk takes more than 10 seconds to write");
        }
        left = done.awaitNanos(left);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new StoreUnreachable("interrupted while it was written", interrupted);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Everything that waits, for the writer.
   *
   * @param block whether to wait for something when there is nothing
   */
  List<Numbered> take(boolean block) {
    lock.lock();
    try {
      while (block && waiting.isEmpty() && !closed) {
        work.awaitUninterruptibly();
      }
      List<Numbered> taken = waiting;
      waiting = new ArrayList<>();
      return taken;
    } finally {
      lock.unlock();
    }
  }

  /** Everything up to this entry is on disk. */
  void wrote(long sequence) {
    lock.lock();
    try {
      written = sequence;
      trouble = Optional.empty();
      done.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Nothing can be written, until the next {@link #wrote}. */
  void trouble(String what) {
    lock.lock();
    try {
      trouble = Optional.of(what);
      done.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Lets the writer rest for some time, or until this is closed. */
  void pause(long millis) {
    lock.lock();
    try {
      long left = TimeUnit.MILLISECONDS.toNanos(millis);
      while (left > 0 && !closed) {
        left = work.awaitNanos(left);
      }
    } catch (InterruptedException early) {
      // Nothing depends on how long it is.
    } finally {
      lock.unlock();
    }
  }

  void close() {
    lock.lock();
    try {
      closed = true;
      work.signalAll();
    } finally {
      lock.unlock();
    }
  }

  boolean isClosed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  StoreState state() {
    lock.lock();
    try {
      return new StoreState(appended, written, trouble);
    } finally {
      lock.unlock();
    }
  }

  private void refuseInTrouble() {
    if (trouble.isPresent()) {
      throw new StoreUnreachable(trouble.get());
    }
  }
}
