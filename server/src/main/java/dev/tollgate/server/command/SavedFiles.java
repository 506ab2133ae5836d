package dev.tollgate.server.command;

import dev.tollgate.server.http.reload.RuleWatch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;

/** Waits for files to be saved. */
final class SavedFiles implements AutoCloseable {

  private final Semaphore saved = new Semaphore(0);
  private final List<RuleWatch> watches = new ArrayList<>();

  /** From now on, below these folders and beside these files. */
  SavedFiles(List<Path> paths) {
    paths.stream().distinct().forEach(path -> watches.add(RuleWatch.start(path, saved::release)));
  }

  /** Returns as soon as something was saved since the last time it returned, at once if it was. */
  void await() throws InterruptedException {
    saved.acquire();
    saved.drainPermits();
  }

  @Override
  public void close() {
    watches.forEach(RuleWatch::close);
  }
}
