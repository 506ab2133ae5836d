package dev.tollgate.server.store.disk;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Finds the rows whose checksums are wrong, in all tables. */
final class Salvage {

  private Salvage() {}

  /** Gives them up; a line for each. */
  static List<String> dropDamagedRows(Session session) throws SQLException {
    List<String> lost = new ArrayList<>();
    for (String table : tables(session)) {
      for (Object[] damaged : session.damagedRows(table)) {
        session.drop(table, damaged);
        lost.add("a row of the table %s, %s, is given up".formatted(table, damaged[0]));
      }
    }
    return lost;
  }

  /**
   * Reads every row there is.
   *
   * @throws StoreDamaged if one is not what was written
   */
  static void refuseDamagedRows(Session session) throws SQLException {
    for (String table : tables(session)) {
      if (!session.damagedRows(table).isEmpty()) {
        throw new StoreDamaged("a row of the table " + table + " is damaged");
      }
    }
  }

  private static List<String> tables(Session session) throws SQLException {
    return List.of(
        session
            .value(
                "SELECT group_concat(name, ' ') FROM sqlite_schema"
                    + " WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
            .split(" "));
  }
}
