package dev.tollgate.server.store.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was damaged is refused, and says where and what to do, or it is all there. */
class DamageTest {

  private static final Upkeep NONE = (lastWritten, closing) -> Optional.empty();
  private static final List<String> ALL =
      IntStream.range(100, 140).mapToObj(i -> "note " + i + " .".repeat(150)).toList();

  @TempDir private Path root;
  private Path crashed;

  /** A folder as a process leaves it that is killed: the end of it is in the write-ahead log. */
  @BeforeEach
  void crash() throws IOException {
    Path running = root.resolve("running");
    crashed = root.resolve("crashed");
    try (Disk disk = Disk.in(running, false)) {
      disk.start(NONE);
      ALL.forEach(text -> Note.write(disk, text));
      copy(running, crashed);
    }
  }

  @Test
  void whatWasLeftByACrashIsAllThere() {
    assertThat(read(crashed, false)).isEqualTo(ALL);
  }

  @Test
  void aWriteAheadLogThatLostItsEndIsRefusedWithBothNumbers() throws IOException {
    try (RandomAccessFile wal = new RandomAccessFile(wal().toFile(), "rw")) {
      wal.setLength(wal.length() * 2 / 3);
    }
    assertThatThrownBy(() -> read(crashed, false))
        .isInstanceOf(StoreRefused.class)
        .hasMessageMatching(
            ".*tollgate\\.db ends at group \\d+ \\(.*callers were told of group 40 .*")
        .satisfies(
            refused -> assertThat(((StoreRefused) refused).advice()).contains("--accept-loss"));
    List<String> left = read(crashed, true);
    assertThat(left).isNotEmpty().hasSizeLessThan(40).isEqualTo(ALL.subList(0, left.size()));
    assertThat(read(crashed, false)).as("accepted for good").isEqualTo(left);
  }

  @Test
  void aWriteAheadLogThatIsMissingIsRefused() throws IOException {
    Files.delete(wal());
    assertThatThrownBy(() -> read(crashed, false))
        .isInstanceOf(StoreRefused.class)
        .hasMessageContaining("ends at group 0")
        .hasMessageContaining("told of group 40");
  }

  @Test
  void bitsThatFlipInTheWriteAheadLogAreNoticedOrDoNotMatter() throws IOException {
    Random random = new Random(20260101);
    int refused = 0;
    for (int i = 0; i < 40; i++) {
      Path copy = root.resolve("wal" + i);
      copy(crashed, copy);
      flip(copy.resolve("tollgate.db-wal"), random);
      refused += refusedOrComplete(copy) ? 1 : 0;
    }
    assertThat(refused).isGreaterThan(5);
  }

  @Test
  void bitsThatFlipInTheDatabaseAreNoticedOrDoNotMatter() throws IOException {
    Random random = new Random(20260102);
    int refused = 0;
    for (int i = 0; i < 60; i++) {
      Path copy = root.resolve("db" + i);
      copy(root.resolve("running"), copy);
      flip(copy.resolve(Disk.DATABASE), random);
      refused += refusedOrComplete(copy) ? 1 : 0;
    }
    assertThat(refused).isGreaterThan(5);
  }

  /** Whether it was refused; if not, everything must be there. */
  private static boolean refusedOrComplete(Path folder) {
    try {
      assertThat(read(folder, false)).isEqualTo(ALL);
      return false;
    } catch (StoreRefused refused) {
      assertThat(refused).hasMessageContaining(folder.toString());
      assertThat(refused.advice()).isNotEmpty();
      return true;
    } catch (StoreDamaged damaged) {
      return true;
    }
  }

  @Test
  void aRowThatWasChangedIsRefusedAndGivenUpWhenThatIsAccepted() throws Exception {
    execute(crashed, "UPDATE groups SET entries = X'00' WHERE number = 7");
    assertThatThrownBy(() -> read(crashed, false))
        .isInstanceOf(StoreRefused.class)
        .hasMessageContaining("a row of the table groups is damaged");
    try (Disk disk = Disk.in(crashed, true)) {
      assertThat(disk.losses()).anySatisfy(loss -> assertThat(loss).contains("groups, 7"));
      assertThat(Note.inLog(disk)).hasSize(39).doesNotContain(ALL.get(6));
      disk.start(NONE);
      Note.write(disk, "later");
    }
    assertThat(read(crashed, false)).hasSize(40).endsWith("later");
  }

  @Test
  void aGroupThatIsGoneIsRefused() throws Exception {
    execute(crashed, "DELETE FROM groups WHERE number = 7");
    assertThatThrownBy(() -> read(crashed, false))
        .isInstanceOf(StoreRefused.class)
        .hasMessageContaining("the log breaks off at group 7");
  }

  @Test
  void aLogThatWasWrittenAnewIsNotTheOneThatCallersWereToldOf() throws Exception {
    Files.delete(wal());
    Path other = root.resolve("other");
    try (Disk disk = Disk.in(other, false)) {
      disk.start(NONE);
      ALL.forEach(text -> Note.write(disk, text + "!"));
    }
    Files.copy(crashed.resolve(MarkFile.NAME), other.resolve("mark"));
    Files.move(
        other.resolve("mark"),
        other.resolve(MarkFile.NAME),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    assertThatThrownBy(() -> read(other, false))
        .isInstanceOf(StoreRefused.class)
        .hasMessageContaining("it is not the database they were told of");
  }

  @Test
  void aMarkThatIsLostIsRefusedAndMadeAnewWhenThatIsAccepted() throws IOException {
    Files.delete(crashed.resolve(MarkFile.NAME));
    assertThatThrownBy(() -> read(crashed, false))
        .isInstanceOf(StoreRefused.class)
        .hasMessageContaining("ledger.mark")
        .hasMessageContaining("missing");
    assertThat(read(crashed, true)).isEqualTo(ALL);
    assertThat(read(crashed, false)).isEqualTo(ALL);
  }

  @Test
  void aMarkThatCouldNotBeWrittenWholeLeavesTheOneBefore() throws IOException {
    try (RandomAccessFile mark =
        new RandomAccessFile(crashed.resolve(MarkFile.NAME).toFile(), "rw")) {
      // Group 40 stands in the first place, group 39 in the second.
      mark.seek(30);
      mark.write(new byte[20]);
    }
    assertThat(read(crashed, false)).isEqualTo(ALL);
  }

  @Test
  void aDatabaseThatIsGoneIsRefused() throws IOException {
    Files.delete(wal());
    Files.delete(crashed.resolve(Disk.DATABASE));
    assertThatThrownBy(() -> read(crashed, false))
        .isInstanceOf(StoreRefused.class)
        .hasMessageContaining("ends at group 0")
        .hasMessageContaining("told of group 40");
  }

  @Test
  void aFileThatIsNoDatabaseIsRefused() throws IOException {
    Files.delete(wal());
    Files.writeString(crashed.resolve(Disk.DATABASE), "Dear diary, ".repeat(1_000));
    for (boolean acceptLoss : new boolean[] {false, true}) {
      assertThatThrownBy(() -> read(crashed, acceptLoss))
          .isInstanceOf(StoreRefused.class)
          .hasMessageContaining("damaged beyond use");
    }
  }

  @Test
  void aDatabaseOfANewerProgramIsRefused() throws Exception {
    execute(crashed, "PRAGMA user_version = 999");
    assertThatThrownBy(() -> read(crashed, true))
        .isInstanceOf(StoreRefused.class)
        .hasMessageContaining("has schema 999, and this program knows schemas up to");
  }

  @Test
  void aDatabaseOfABuildBeforeTheFirstReleaseIsRefused() throws Exception {
    execute(crashed, "PRAGMA user_version = 2");
    assertThatThrownBy(() -> read(crashed, true))
        .isInstanceOf(StoreRefused.class)
        .hasMessageContaining("has schema 2, and this program knows schemas from 3 on");
  }

  @Test
  void aDatabaseOfAnotherProgramIsRefused() throws Exception {
    Path foreign = Files.createDirectory(root.resolve("foreign"));
    execute(foreign, "CREATE TABLE songs (title TEXT)");
    assertThatThrownBy(() -> read(foreign, true))
        .isInstanceOf(StoreRefused.class)
        .hasMessageContaining("is the database of another program");
  }

  @Test
  void aSecondServerInOneFolderIsRefused() {
    try (Disk disk = Disk.in(crashed, false)) {
      assertThatThrownBy(() -> read(crashed, false))
          .isInstanceOf(StoreRefused.class)
          .hasMessageContaining("another server keeps its data in");
      assertThat(Note.inLog(disk)).isEqualTo(ALL);
    }
  }

  @Test
  void aFolderThatCannotBeMadeIsRefused() throws IOException {
    Path file = Files.writeString(root.resolve("file"), "");
    assertThatThrownBy(() -> read(file.resolve("data"), false))
        .isInstanceOf(StoreRefused.class)
        .hasMessageContaining("nothing can be kept in");
  }

  @Test
  void aFolderThatMayNotBeWrittenToIsRefused() throws IOException {
    assertThat(crashed.toFile().setWritable(false)).isTrue();
    assertThat(crashed.resolve(MarkFile.NAME).toFile().setWritable(false)).isTrue();
    // Nothing is forbidden to an administrator.
    assumeThat(Files.isWritable(crashed)).isFalse();
    assertThatThrownBy(() -> read(crashed, false))
        .isInstanceOf(StoreRefused.class)
        .hasMessageContaining("nothing can be kept in " + crashed);
    assertThat(crashed.toFile().setWritable(true)).isTrue();
  }

  private Path wal() {
    return crashed.resolve("tollgate.db-wal");
  }

  private static List<String> read(Path folder, boolean acceptLoss) {
    try (Disk disk = Disk.in(folder, acceptLoss)) {
      assertThat(Note.inTables(disk)).containsAll(Note.inLog(disk));
      return Note.inLog(disk);
    }
  }

  private static void flip(Path file, Random random) throws IOException {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      long at = (long) (random.nextDouble() * bytes.length());
      bytes.seek(at);
      int before = bytes.read();
      bytes.seek(at);
      bytes.write(before ^ (1 << random.nextInt(8)));
    }
  }

  private static void execute(Path folder, String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(Disk.DATABASE));
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }
}
