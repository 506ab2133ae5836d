package dev.tollgate.server.store.disk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/**
 * The steps that bring a database of an earlier program to the tables of this one, in order. A step
 * that was released is never changed; another is added.
 */
final class Migrations {

  /** Says in the head of the file whose database it is: the letters Toll. */
  private static final int APPLICATION = 0x546f6c6c;

  /**
   * Schemas up to this one were of builds before the first release; nothing reads them any more.
   */
  private static final int UNRELEASED = 2;

  private static final List<String> STEPS = List.of("001-begin.sql", "002-book.sql");

  private static final int KNOWN = UNRELEASED + STEPS.size();

  private Migrations() {}

  /**
   * Takes the steps that are missing, each in a transaction of its own.
   *
   * @param file how messages name the database
   * @throws StoreRefused if it belongs to another program, to a newer one, or to one that was never
   *     released
   */
  static void migrate(Database database, Path file) throws SQLException {
    int version = database.alone(session -> number(session, "user_version"));
    boolean ours = database.alone(session -> number(session, "application_id")) == APPLICATION;
    boolean empty = database.alone(Migrations::isEmpty);
    if (!ours && !empty) {
      throw StoreRefused.foreign(file);
    }
    if (version > KNOWN) {
      throw StoreRefused.newer(file, version, KNOWN);
    }
    if (version > 0 && version <= UNRELEASED) {
      throw StoreRefused.unreleased(file, version, UNRELEASED + 1);
    }
    for (int step = Math.max(version, UNRELEASED); step < KNOWN; step++) {
      int reached = step + 1;
      String script = script(STEPS.get(step - UNRELEASED));
      database.write(
          session -> {
            session.run(script);
            session.run("PRAGMA application_id = " + APPLICATION);
            session.run("PRAGMA user_version = " + reached);
            return reached;
          });
    }
  }

  private static boolean isEmpty(Session session) throws SQLException {
    return session.value("SELECT count(*) FROM sqlite_schema").equals("0");
  }

  private static int number(Session session, String pragma) throws SQLException {
    return Integer.parseInt(session.value("PRAGMA " + pragma));
  }

  private static String script(String name) {
    try (InputStream in = Migrations.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(name, unreadable);
    }
  }
}
