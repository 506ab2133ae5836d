package dev.tollgate.server.http.reload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices changes below a folder. An editor writes a file in several steps and a checkout writes
 * many, so it speaks up when nothing has changed for a while, once.
 */
public final class RuleWatch implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RuleWatch.class);
  private static final long QUIET_MILLIS = 200;

  private final Path folder;
  private final Runnable changed;
  private final WatchService watch;

  private RuleWatch(Path folder, Runnable changed, WatchService watch) {
    this.folder = folder;
    this.changed = changed;
    this.watch = watch;
  }

  /**
   * Begins to watch, in a thread of its own.
   *
   * @param changed called in that thread, after each burst of changes
   * @throws UncheckedIOException if the folder cannot be watched
   */
  public static RuleWatch start(Path folder, Runnable changed) {
    try {
      RuleWatch started = new RuleWatch(folder, changed, folder.getFileSystem().newWatchService());
      started.registerFolders();
      Thread thread = new Thread(started::run, "rules-watch");
      thread.setDaemon(true);
      thread.start();
      return started;
    } catch (IOException impossible) {
      throw new UncheckedIOException("cannot watch " + folder, impossible);
    }
  }

  @Override
  public void close() {
    try {
      watch.close();
    } catch (IOException broken) {
      LOG.warn("the watch on {} did not close", folder, broken);
    }
  }

  private void run() {
    try {
      while (true) {
        drain(watch.take());
        WatchKey more = watch.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
        while (more != null) {
          drain(more);
          more = watch.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
        }
        noticed();
      }
    } catch (ClosedWatchServiceException closed) {
      LOG.debug("no longer watching {}", folder);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static void drain(WatchKey key) {
    key.pollEvents();
    key.reset();
  }

  /** A new folder has files in it before it is watched, so folders come first. */
  private void noticed() {
    try {
      registerFolders();
      changed.run();
    } catch (IOException | RuntimeException failed) {
      LOG.error("a change below {} could not be looked at", folder, failed);
    }
  }

  /** Registering a folder again gives the same key, so all of them are registered each time. */
  private void registerFolders() throws IOException {
    Path start = Files.isDirectory(folder) ? folder : folder.toAbsolutePath().getParent();
    Files.walkFileTree(
        start,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes)
              throws IOException {
            visited.register(watch, KINDS);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static final WatchEvent.Kind<?>[] KINDS = {
    StandardWatchEventKinds.ENTRY_CREATE,
    StandardWatchEventKinds.ENTRY_MODIFY,
    StandardWatchEventKinds.ENTRY_DELETE
  };
}
