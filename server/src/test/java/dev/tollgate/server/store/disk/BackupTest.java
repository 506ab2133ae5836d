package dev.tollgate.server.store.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class BackupTest {

  private static final Upkeep NONE = (lastWritten, closing) -> Optional.empty();

  @TempDir private Path root;

  @Test
  void aBackupThatIsMadeWhileOthersWriteIsCompleteUpToAGroup() throws Exception {
    Path running = root.resolve("running");
    ExecutorService threads = Executors.newFixedThreadPool(1);
    AtomicBoolean enough = new AtomicBoolean();
    try (Disk disk = Disk.in(running, false)) {
      disk.start(NONE);
      Note.write(disk, "note 0");
      Future<Integer> written = threads.submit(() -> keepWriting(disk, enough));
      long last = Backup.write(running, root.resolve("backup.db"));
      enough.set(true);
      int all = written.get();
      List<String> restored = restore();
      assertThat(restored).isNotEmpty().hasSizeLessThanOrEqualTo(all);
      assertThat(restored.get(restored.size() - 1)).isEqualTo("note " + (restored.size() - 1));
      assertThat(last).isEqualTo(restored.size());
    } finally {
      enough.set(true);
      threads.shutdownNow();
    }
  }

  private static int keepWriting(Disk disk, AtomicBoolean enough) {
    int number = 1;
    while (!enough.get()) {
      Note.write(disk, "note " + number);
      number++;
    }
    return number;
  }

  @Test
  void whoGoesOnFromABackupWritesADatabaseLikeAnyOther() throws IOException {
    writeTwo();
    Backup.write(root.resolve("running"), root.resolve("backup.db"));
    assertThat(restore()).containsExactly("a", "b");
    Path restored = root.resolve("restored");
    try (Disk disk = Disk.in(restored, false)) {
      disk.start(NONE);
      Note.write(disk, "c");
    }
    Files.delete(restored.resolve(MarkFile.NAME));
    assertThatThrownBy(() -> Disk.in(restored, false))
        .isInstanceOf(StoreRefused.class)
        .hasMessageContaining("missing");
  }

  @Test
  void anOlderBackupInTheFolderThatWentOnIsRefused() throws IOException {
    writeTwo();
    Path running = root.resolve("running");
    Backup.write(running, root.resolve("backup.db"));
    try (Disk disk = Disk.in(running, false)) {
      disk.start(NONE);
      Note.write(disk, "c");
    }
    Files.delete(running.resolve(Disk.DATABASE));
    Files.copy(root.resolve("backup.db"), running.resolve(Disk.DATABASE));
    assertThatThrownBy(() -> Disk.in(running, false))
        .isInstanceOf(StoreRefused.class)
        .hasMessageContaining("ends at group 1")
        .hasMessageContaining("told of group 2");
  }

  @Test
  void noFileIsWrittenOver() throws IOException {
    writeTwo();
    Path precious = Files.writeString(root.resolve("precious"), "precious");
    assertThatThrownBy(() -> Backup.write(root.resolve("running"), precious))
        .isInstanceOf(StoreRefused.class)
        .hasMessageContaining("is there already");
    assertThat(precious).hasContent("precious");
  }

  @Test
  void withoutADatabaseThereIsNoBackup() {
    assertThatThrownBy(() -> Backup.write(root, root.resolve("backup.db")))
        .isInstanceOf(StoreRefused.class)
        .hasMessageContaining("there is no database in");
    assertThat(root).isEmptyDirectory();
  }

  @Test
  void aDatabaseThatIsDamagedMakesNoBackup() throws IOException {
    writeTwo();
    Path running = root.resolve("running");
    try (Disk disk = Disk.in(running, false)) {
      disk.start(NONE);
      disk.awaitWritten(disk.append(new Spoiling()));
    }
    assertThatThrownBy(() -> Backup.write(running, root.resolve("backup.db")))
        .isInstanceOf(StoreRefused.class)
        .hasMessageContaining("damaged");
    try (var files = Files.list(root)) {
      assertThat(files).containsExactly(running);
    }
  }

  /** Changes rows behind the back of their checksums. */
  private record Spoiling() implements LogEntry {

    @Override
    public byte[] bytes() {
      return new byte[] {1};
    }

    @Override
    public void apply(Transaction transaction) throws SQLException {
      transaction.now(session -> session.update("UPDATE accounts SET value = X'00'"));
    }
  }

  private void writeTwo() {
    try (Disk disk = Disk.in(root.resolve("running"), false)) {
      disk.start(NONE);
      disk.append(new Note("a"));
      Note.write(disk, "b");
    }
  }

  private List<String> restore() throws IOException {
    Path restored = Files.createDirectory(root.resolve("restored"));
    Files.copy(root.resolve("backup.db"), restored.resolve(Disk.DATABASE));
    try (Disk disk = Disk.in(restored, false)) {
      return Note.inLog(disk);
    }
  }
}
