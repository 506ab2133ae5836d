package dev.tollgate.server.store.disk;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;

/** An entry for tests: it stands in the log, and as an account in the tables. */
record Note(String text) implements LogEntry {

  @Override
  public byte[] bytes() {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void apply(Transaction transaction) throws SQLException {
    transaction.now(session -> session.put("accounts", "shop", text, bytes()));
  }

  /** Appends texts and waits until they are on disk. */
  static void write(Disk disk, String... texts) {
    long last = 0;
    for (String text : texts) {
      last = disk.append(new Note(text));
    }
    disk.awaitWritten(last);
  }

  /** What the log has, in order. */
  static List<String> inLog(Disk disk) {
    return disk.entries().stream()
        .map(row -> new String(row.bytes(), StandardCharsets.UTF_8))
        .toList();
  }

  /** What the tables have, by the alphabet. */
  static List<String> inTables(Disk disk) {
    return disk.read(
        session -> session.rows("SELECT * FROM accounts ORDER BY id", row -> row.text(1)));
  }
}
