package dev.tollgate.server.store.disk;

import dev.tollgate.engine.ledger.StoreUnreachable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Entries that are not on disk yet, in order, and those who wait for them to be. Thread safe; only
 * who appends, or has to wait, takes turns with others.
 */
final class WaitingLine {

  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

  /** Entries that are written together at most, so that nobody waits for very many others. */
  private static final int AT_ONCE = 500;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition work = lock.newCondition();
  private Condition gathering = lock.newCondition();
  private Condition underWay = lock.newCondition();
  private List<Numbered> waiting = new ArrayList<>();
  private long taken;
  private volatile long appended;
  private volatile long written;
  private volatile Optional<String> trouble = Optional.empty();
  private volatile boolean closed;

  /**
   * @param last number of the last entry that is on disk
   */
  WaitingLine(long last) {
    this.appended = last;
    this.taken = last;
    this.written = last;
  }

  /** An entry and its number. */
  record Numbered(long sequence, LogEntry entry) {}

  /** Takes an entry and says its number. Waits for nothing. */
  long append(LogEntry entry) {
    lock.lock();
    try {
      long number = appended + 1;
      waiting.add(new Numbered(number, entry));
      appended = number;
      work.signal();
      return number;
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
    refuseInTrouble();
    if (closed) {
      throw new StoreUnreachable("the service is stopping");
    }
  }

  /**
   * Waits until an entry is on disk: for as long as others get there.
   *
   * @throws StoreUnreachable when it cannot be written for now
   */
  void awaitWritten(long sequence) {
    if (written >= sequence) {
      return;
    }
    lock.lock();
    try {
      long seen = written;
      long left = PATIENCE_NANOS;
      while (written < sequence) {
        refuseInTrouble();
        if (left <= 0) {
          throw new StoreUnreachable("the disk takes more than 10 seconds to write");
        }
        left = (sequence > taken ? gathering : underWay).awaitNanos(left);
        if (written > seen) {
          seen = written;
          left = PATIENCE_NANOS;
        }
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new StoreUnreachable("interrupted while it was written", interrupted);
    } finally {
      lock.unlock();
    }
  }

  /** What waits, the first of it when it is very much, for the writer; waits for something. */
  List<Numbered> take() {
    lock.lock();
    try {
      while (waiting.isEmpty() && !closed) {
        work.awaitUninterruptibly();
      }
      return take(Math.min(waiting.size(), AT_ONCE));
    } finally {
      lock.unlock();
    }
  }

  /** Everything that waits, for the writer, even when that is nothing. */
  List<Numbered> takeAll() {
    lock.lock();
    try {
      return take(waiting.size());
    } finally {
      lock.unlock();
    }
  }

  private List<Numbered> take(int count) {
    List<Numbered> first = waiting;
    waiting = new ArrayList<>(first.subList(count, first.size()));
    taken += count;
    // Who waits for these is woken when they are written, and nobody else.
    Condition free = underWay;
    underWay = gathering;
    gathering = free;
    return first.subList(0, count);
  }

  /** Everything up to this entry is on disk. */
  void wrote(long sequence) {
    lock.lock();
    try {
      written = sequence;
      trouble = Optional.empty();
      underWay.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Nothing can be written, until the next {@link #wrote}. */
  void trouble(String what) {
    lock.lock();
    try {
      trouble = Optional.of(what);
      underWay.signalAll();
      gathering.signalAll();
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
    return closed;
  }

  StoreState state() {
    // In this order, for what is written was appended.
    long writtenByNow = written;
    return new StoreState(appended, writtenByNow, trouble);
  }

  private void refuseInTrouble() {
    Optional<String> known = trouble;
    if (known.isPresent()) {
      throw new StoreUnreachable(known.get());
    }
  }
}
