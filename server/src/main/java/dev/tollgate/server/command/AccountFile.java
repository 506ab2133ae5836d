package dev.tollgate.server.command;

import dev.tollgate.engine.impact.BadRow;
import dev.tollgate.engine.impact.Fleet;
import dev.tollgate.engine.impact.FleetCount;
import dev.tollgate.engine.impact.KnownAccounts;
import dev.tollgate.server.table.Chunk;
import dev.tollgate.server.table.Chunks;
import dev.tollgate.server.table.RowFormat;
import dev.tollgate.server.table.UnreadableTable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Counts the accounts of a file. Parts of it are read side by side; no more than a few of them are
 * in memory.
 */
final class AccountFile {

  /** What the service's answer about an account says of the moment of asking. */
  static final Set<String> PASSED_OVER = Set.of("at", "inForce", "nextChange");

  private static final String HINT =
      "name the columns:"
          + " product,account,edition,seats.user,facts.region,addons.extra,signedUp,zone";

  private static final int THREADS =
      Math.max(1, Math.min(8, Runtime.getRuntime().availableProcessors()));

  private final Path file;
  private final String shown;
  private final Fleet fleet;
  private final Optional<KnownAccounts> kept;
  private final BadRows bad;
  private final Progress progress;

  /**
   * @param shown what messages call the file
   * @param kept where accounts go that calls are replayed of; empty where none are
   */
  AccountFile(
      Path file,
      String shown,
      Fleet fleet,
      Optional<KnownAccounts> kept,
      BadRows bad,
      Progress progress) {
    this.file = file;
    this.shown = shown;
    this.fleet = fleet;
    this.kept = kept;
    this.bad = bad;
    this.progress = progress;
  }

  /**
   * All accounts counted.
   *
   * @throws BadUsage if the file cannot be read
   */
  FleetCount count() {
    return RuleFiles.reading(
        shown,
        () -> {
          try (InputStream in = Files.newInputStream(file)) {
            return count(new Chunks(in));
          } catch (UnreadableTable nothing) {
            throw new BadUsage("`%s`: %s".formatted(shown, nothing.getMessage()), HINT);
          }
        });
  }

  private FleetCount count(Chunks chunks) throws IOException {
    Chunk first = chunks.next().orElseThrow(() -> new UnreadableTable("the file is empty"));
    RowFormat format = RowFormat.of(first, PASSED_OVER);
    format.header().ifPresent(this::check);
    BlockingQueue<AccountRows> idle = new ArrayBlockingQueue<>(THREADS);
    List<AccountRows> all = new ArrayList<>();
    for (int thread = 0; thread < THREADS; thread++) {
      all.add(new AccountRows(fleet, kept, bad));
    }
    idle.addAll(all);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (Optional<Chunk> next = Optional.of(first); next.isPresent(); next = chunks.next()) {
        Chunk chunk = next.get();
        // Waits until somebody is idle: as many parts are in memory as there are threads.
        AccountRows rows = idle.take();
        running.add(threads.submit(() -> read(format, chunk, rows, idle)));
        if (running.size() > THREADS) {
          running.remove(0).get();
        }
        progress.at(chunk.end(), "of " + shown);
      }
      for (Future<?> each : running) {
        each.get();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while accounts were counted", stopped);
    } catch (ExecutionException failed) {
      throw new IllegalStateException("accounts could not be counted", failed.getCause());
    } finally {
      threads.shutdownNow();
      progress.end();
    }
    FleetCount whole = fleet.count();
    all.forEach(each -> whole.add(each.count()));
    return whole;
  }

  private static void read(
      RowFormat format, Chunk chunk, AccountRows rows, BlockingQueue<AccountRows> idle) {
    try {
      format.read(chunk, rows);
    } finally {
      idle.add(rows);
    }
  }

  private void check(List<String> names) {
    try {
      fleet.columns(names);
    } catch (BadRow wrong) {
      throw new BadUsage("`%s:1`: %s".formatted(shown, wrong.getMessage()), HINT);
    }
  }
}
