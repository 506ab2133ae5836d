package dev.tollgate.server.command;

import dev.tollgate.engine.impact.BadRow;
import dev.tollgate.engine.impact.CallColumns;
import dev.tollgate.engine.impact.InOrder;
import dev.tollgate.engine.impact.LoggedCall;
import dev.tollgate.engine.impact.Replay;
import dev.tollgate.server.table.Chunk;
import dev.tollgate.server.table.Chunks;
import dev.tollgate.server.table.RowFormat;
import dev.tollgate.server.table.RowSink;
import dev.tollgate.server.table.UnreadableTable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Replays the calls of a file: the old policy and the new one side by side, while the next lines
 * are read.
 */
final class UsageFile implements RowSink {

  private static final int BATCH = 4_000;
  private static final String HINT =
      "name the columns: time,product,account,call,params.records,keys.app,channel,end";

  /** Calls that are being replayed. */
  private record Running(
      List<LoggedCall> calls, Future<Replay.Outcomes> before, Future<Replay.Outcomes> after) {}

  private final Path file;
  private final String shown;
  private final Replay replay;
  private final BadRows bad;
  private final Progress progress;
  private final InOrder order = new InOrder();
  private final Map<List<String>, CallColumns> columns = new IdentityHashMap<>();
  private final ExecutorService threads = Executors.newFixedThreadPool(2);
  private List<LoggedCall> batch = new ArrayList<>(BATCH);
  private Optional<Running> running = Optional.empty();

  /**
   * @param shown what messages call the file
   */
  UsageFile(Path file, String shown, Replay replay, BadRows bad, Progress progress) {
    this.file = file;
    this.shown = shown;
    this.replay = replay;
    this.bad = bad;
    this.progress = progress;
  }

  /**
   * Replays all calls.
   *
   * @throws BadUsage if the file cannot be read
   */
  void replay() {
    RuleFiles.reading(
        shown,
        () -> {
          try (InputStream in = Files.newInputStream(file)) {
            read(new Chunks(in));
            return replay;
          } catch (UnreadableTable nothing) {
            throw new BadUsage("`%s`: %s".formatted(shown, nothing.getMessage()), HINT);
          } finally {
            threads.shutdownNow();
            progress.end();
          }
        });
  }

  private void read(Chunks chunks) throws IOException {
    Chunk first = chunks.next().orElseThrow(() -> new UnreadableTable("the file is empty"));
    RowFormat format = RowFormat.of(first, Set.of());
    format.header().ifPresent(this::check);
    for (Optional<Chunk> next = Optional.of(first); next.isPresent(); next = chunks.next()) {
      format.read(next.get(), this);
      progress.at(next.get().end(), Figures.counted(replay.calls(), "call"));
    }
    for (Optional<LoggedCall> call = order.next(); call.isPresent(); call = order.next()) {
      add(call.get());
    }
    start();
    finish();
  }

  private void check(List<String> names) {
    try {
      columns.put(names, new CallColumns(names));
    } catch (BadRow wrong) {
      throw new BadUsage("`%s:1`: %s".formatted(shown, wrong.getMessage()), HINT);
    }
  }

  @Override
  public void row(long line, List<String> names, String[] cells) {
    try {
      CallColumns known = columns.get(names);
      if (known == null) {
        known = new CallColumns(names);
        columns.put(names, known);
      }
      order.add(known.read(line, cells)).ifPresent(this::add);
    } catch (BadRow wrong) {
      bad.add(line, names.get(wrong.column()), wrong.getMessage());
    }
  }

  @Override
  public void unreadable(long line, String why) {
    bad.add(line, why);
  }

  private void add(LoggedCall call) {
    batch.add(call);
    if (batch.size() == BATCH) {
      start();
    }
  }

  private void start() {
    finish();
    List<LoggedCall> calls = batch;
    batch = new ArrayList<>(BATCH);
    running =
        Optional.of(
            new Running(
                calls,
                threads.submit(() -> replay.before(calls)),
                threads.submit(() -> replay.after(calls))));
  }

  private void finish() {
    if (running.isEmpty()) {
      return;
    }
    Running done = running.get();
    running = Optional.empty();
    try {
      replay.compare(done.calls(), done.before().get(), done.after().get());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while calls were replayed", stopped);
    } catch (ExecutionException failed) {
      throw new IllegalStateException("calls could not be replayed", failed.getCause());
    }
  }
}
