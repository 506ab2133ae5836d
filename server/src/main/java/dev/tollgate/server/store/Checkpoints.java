package dev.tollgate.server.store;

import dev.tollgate.engine.ledger.CounterImage;
import dev.tollgate.engine.ledger.CounterKey;
import dev.tollgate.server.store.disk.Disk;
import dev.tollgate.server.store.disk.Step;
import dev.tollgate.server.store.disk.Upkeep;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Writes down, bit by bit, how the counters stand that have changed, and when accounts decided
 * last, so that the log before that is not needed any more; and lets the tables forget what is too
 * old. For the writer alone.
 *
 * <p>An image is taken before the entries that wait are, so all that is in it is written with it or
 * before.
 */
final class Checkpoints implements Upkeep {

  /**
   * Entries behind the last checkpoint from which the next one begins. The more they are, the fewer
   * times a counter is written for what is drawn from it; a start does all of them again.
   */
  static final long DUE_AFTER = 20_000;

  /** Rows in one transaction, so that nobody waits for it. */
  private static final int AT_ONCE = 500;

  /** As they lie on disk, so that neighbours are written together. */
  private static final Comparator<CounterKey> ORDER =
      Comparator.comparing(CounterKey::product)
          .thenComparing(CounterKey::quota)
          .thenComparing(CounterKey::account);

  /** Entries from one sweep to the next. */
  private static final long SWEPT_AFTER = 1_000;

  private final Disk disk;
  private final SinceCheckpoint<?, ?> since;
  private final LastDecisions<?, ?> last;
  private final Function<CounterKey, CounterImage> images;
  private final Step forget;
  private final long dueAfter;
  private final Queue<Supplier<Step>> left = new ArrayDeque<>();
  private Optional<CounterKey> lookedAt = Optional.empty();
  private long checkpoint;
  private long begun;
  private long swept;

  /**
   * @param images how a counter stands
   * @param forget deletes some of what is too old
   * @param dueAfter entries behind the last checkpoint from which the next one begins
   */
  Checkpoints(
      Disk disk,
      SinceCheckpoint<?, ?> since,
      LastDecisions<?, ?> last,
      Function<CounterKey, CounterImage> images,
      Step forget,
      long dueAfter) {
    this.disk = disk;
    this.since = since;
    this.last = last;
    this.images = images;
    this.forget = forget;
    this.dueAfter = dueAfter;
  }

  @Override
  public Optional<Piece> next(long lastWritten, boolean closing) {
    boolean underWay = begun > checkpoint;
    if (!underWay && lastWritten - checkpoint > (closing ? 0 : dueAfter)) {
      begin(lastWritten);
      underWay = true;
    }
    if (underWay) {
      return Optional.of(rows());
    }
    if (lastWritten - swept >= SWEPT_AFTER) {
      swept = lastWritten;
      return Optional.of(transaction -> transaction.now(forget));
    }
    return Optional.empty();
  }

  private void begin(long lastWritten) {
    begun = lastWritten;
    since.begin().stream().sorted(ORDER).forEach(this::add);
    // Counters that nobody draws on any more become empty without an entry.
    List<CounterKey> old = disk.read(session -> CounterTables.after(session, lookedAt, AT_ONCE));
    lookedAt = old.isEmpty() ? Optional.empty() : Optional.of(old.get(old.size() - 1));
    old.forEach(this::add);
    last.begin().forEach(step -> left.add(() -> step));
  }

  private void add(CounterKey key) {
    left.add(
        () -> {
          CounterImage image = images.apply(key);
          return session -> CounterTables.put(session, image);
        });
  }

  private Piece rows() {
    List<Step> taken = new ArrayList<>();
    while (!left.isEmpty() && taken.size() < AT_ONCE) {
      taken.add(left.remove().get());
    }
    Optional<Long> done = left.isEmpty() ? Optional.of(begun) : Optional.empty();
    checkpoint = done.orElse(checkpoint);
    return transaction -> {
      for (Step step : taken) {
        transaction.now(step);
      }
      if (done.isPresent()) {
        transaction.checkpoint(done.get());
        transaction.now(session -> CounterTables.dropEmpty(session, done.get()));
      }
    };
  }
}
