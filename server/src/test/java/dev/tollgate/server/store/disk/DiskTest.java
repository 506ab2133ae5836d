package dev.tollgate.server.store.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.engine.ledger.StoreUnreachable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DiskTest {

  private static final Upkeep NONE = (lastWritten, closing) -> Optional.empty();

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir private Path folder;

  @Test
  void whatWasWrittenIsThereAtTheNextStart() {
    try (Disk disk = open()) {
      Note.write(disk, "a", "b");
      Note.write(disk, "c");
    }
    try (Disk disk = open()) {
      assertThat(Note.inLog(disk)).containsExactly("a", "b", "c");
      assertThat(Note.inTables(disk)).containsExactly("a", "b", "c");
      assertThat(disk.state()).isEqualTo(new StoreState(3, 3, Optional.empty()));
      Note.write(disk, "d");
    }
    try (Disk disk = open()) {
      assertThat(Note.inLog(disk)).containsExactly("a", "b", "c", "d");
    }
  }

  @Test
  void whatWaitsWhenItIsClosedIsWritten() {
    try (Disk disk = open()) {
      for (int i = 100; i < 200; i++) {
        disk.append(new Note("n" + i));
      }
    }
    try (Disk disk = open()) {
      assertThat(Note.inLog(disk)).hasSize(100).isSorted();
    }
  }

  @Test
  void manyCallersShareTheirGroups() throws Exception {
    int callers = 32;
    int each = 20;
    ExecutorService threads = Executors.newFixedThreadPool(callers);
    try (Disk disk = open()) {
      List<Future<?>> calls = new ArrayList<>();
      for (int caller = 0; caller < callers; caller++) {
        String name = "caller" + caller + ".";
        calls.add(
            threads.submit(
                () -> {
                  for (int i = 0; i < each; i++) {
                    Note.write(disk, name + i);
                  }
                }));
      }
      for (Future<?> call : calls) {
        call.get();
      }
      assertThat(Note.inTables(disk)).hasSize(callers * each);
      assertThat(disk.read(Log::last).mark().group()).isLessThan(callers * each / 2);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aCheckpointForgetsTheLogAndNotTheTables() {
    try (Disk disk = open()) {
      Note.write(disk, "a", "b");
    }
    try (Disk disk = Disk.in(folder, false)) {
      disk.start(checkpointAtTheEnd(2));
      Note.write(disk, "c");
      assertThat(Note.inLog(disk)).containsExactly("a", "b", "c");
    }
    try (Disk disk = open()) {
      assertThat(Note.inLog(disk)).containsExactly("c");
      assertThat(Note.inTables(disk)).containsExactly("a", "b", "c");
      Note.write(disk, "d");
      assertThat(disk.state().appended()).isEqualTo(4);
    }
  }

  private static Upkeep checkpointAtTheEnd(long upTo) {
    boolean[] done = {false};
    return (lastWritten, closing) -> {
      if (!closing || done[0]) {
        return Optional.empty();
      }
      done[0] = true;
      return Optional.of(transaction -> transaction.checkpoint(upTo));
    };
  }

  @Test
  void aDatabaseThatIsFullRefusesAndGoesOnWhenThereIsRoom() throws Exception {
    try (Disk disk = open()) {
      Note.write(disk, "a");
      disk.allowPages(1);
      String big = "b".repeat(100_000);
      assertThatThrownBy(() -> Note.write(disk, big))
          .isInstanceOf(StoreUnreachable.class)
          .hasMessageContaining("SQLITE_FULL");
      assertThatThrownBy(disk::mustAccept).isInstanceOf(StoreUnreachable.class);
      assertThat(disk.state().waiting()).isEqualTo(1);
      assertThat(Note.inTables(disk)).containsExactly("a");
      disk.allowPages(1_000_000);
      awaitEndOfTrouble(disk);
      disk.mustAccept();
      assertThat(Note.inTables(disk)).containsExactly("a", big);
    }
    try (Disk disk = open()) {
      assertThat(Note.inLog(disk)).hasSize(2);
    }
  }

  @Test
  void aDatabaseThatAnotherProgramLocksRefusesUntilItIsFree() throws Exception {
    try (Disk disk = open()) {
      Note.write(disk, "a");
      try (Connection other = other();
          Statement lock = other.createStatement()) {
        lock.executeUpdate("BEGIN IMMEDIATE");
        assertThatThrownBy(() -> Note.write(disk, "b"))
            .isInstanceOf(StoreUnreachable.class)
            .hasMessageContaining("SQLITE_BUSY");
        lock.executeUpdate("ROLLBACK");
      }
      awaitEndOfTrouble(disk);
      assertThat(Note.inTables(disk)).containsExactly("a", "b");
    }
  }

  @Test
  void whatCannotBeWrittenUntilTheEndWasNeverToldToAnybody() {
    try (Disk disk = open()) {
      Note.write(disk, "a");
      disk.allowPages(1);
      assertThatThrownBy(() -> Note.write(disk, "b".repeat(100_000)))
          .isInstanceOf(StoreUnreachable.class);
    }
    try (Disk disk = open()) {
      assertThat(Note.inLog(disk)).containsExactly("a");
    }
  }

  @Test
  void nothingIsTakenOnceItIsClosed() {
    Disk disk = open();
    disk.close();
    assertThatThrownBy(disk::mustAccept)
        .isInstanceOf(StoreUnreachable.class)
        .hasMessageContaining("stopping");
  }

  @Test
  void inMemoryEverythingIsTheSameAndGoneAtTheEnd() {
    try (Disk disk = Disk.inMemory()) {
      disk.start(NONE);
      Note.write(disk, "a", "b");
      assertThat(Note.inLog(disk)).containsExactly("a", "b");
      assertThat(Note.inTables(disk)).containsExactly("a", "b");
    }
    try (Disk disk = Disk.inMemory()) {
      assertThat(Note.inLog(disk)).isEmpty();
    }
    assertThat(folder).isEmptyDirectory();
  }

  private Disk open() {
    Disk disk = Disk.in(folder, false);
    disk.start(NONE);
    return disk;
  }

  private Connection other() throws Exception {
    assertThat(Files.exists(folder.resolve(Disk.DATABASE))).isTrue();
    return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(Disk.DATABASE));
  }

  /** The writer tries again by itself; nobody tells when. */
  private static void awaitEndOfTrouble(Disk disk) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (disk.state().trouble().isPresent()) {
      assertThat(System.nanoTime()).as(disk.state().toString()).isLessThan(end);
      Thread.yield();
    }
  }
}
