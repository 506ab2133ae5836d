package dev.tollgate.server.store.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * A copy of a database as it was at one moment, complete in one file, which says inside that it is
 * one. Put into an empty folder under the name of the database, a server goes on from it.
 */
public final class Backup {

  private static final String META = "backup";

  private Backup() {}

  /**
   * Copies the database of a folder, while a server may be writing to it.
   *
   * @param to a file that is not there yet
   * @return number of the last change in the copy
   * @throws StoreRefused if there is no database, it is damaged, or the file is there already
   */
  public static long write(Path folder, Path to) throws IOException {
    Path from = folder.resolve(Disk.DATABASE);
    if (!Files.exists(from)) {
      throw new StoreRefused("there is no database in " + folder, "name its folder with --data");
    }
    if (Files.exists(to)) {
      throw new StoreRefused(to + " is there already", "name another file");
    }
    Path draft = Files.createTempFile(to.toAbsolutePath().getParent(), "tollgate", ".draft");
    try {
      Files.delete(draft);
      copy(from, draft);
      long last = label(draft);
      sync(draft);
      Files.move(draft, to);
      return last;
    } catch (SQLException failed) {
      throw new StoreRefused(
          from + " could not be copied to " + to + ": " + failed.getMessage(),
          "see whether there is room, and whether the database is what it was");
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  static boolean isOne(Session session) throws SQLException {
    return Meta.get(session, META).isPresent();
  }

  /** From now on it is a database that is written to. */
  static void forget(Session session) throws SQLException {
    Meta.remove(session, META);
  }

  private static void copy(Path from, Path to) throws SQLException {
    try (Database source = Database.in(from)) {
      source.alone(session -> session.update("VACUUM INTO ?", to.toString()));
    }
  }

  /** Says in the copy what it is, and verifies all of it. */
  private static long label(Path copy) throws SQLException {
    try (Database database = Database.inOneFile(copy)) {
      Migrations.migrate(database, copy);
      Optional<String> fault = Structure.fault(database);
      if (fault.isPresent()) {
        throw StoreRefused.damaged(copy, fault.get());
      }
      return database.write(
          session -> {
            List<Log.Group> followed = Log.follow(session);
            Salvage.refuseDamagedRows(session);
            Log.Group last = followed.get(followed.size() - 1);
            Meta.put(session, META, last.mark().toString());
            return last.lastEntry();
          });
    } catch (StoreDamaged damaged) {
      throw StoreRefused.damaged(copy, damaged.getMessage());
    }
  }

  private static void sync(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }
}
