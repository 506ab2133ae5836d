package dev.tollgate.server.store.disk;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The table of the log: entries by the groups in which they were written, and the checkpoint up to
 * which entries are not needed any more. All entries behind the checkpoint are there.
 */
final class Log {

  private static final String CHECKPOINT = "checkpoint";

  private Log() {}

  /**
   * A group as it was written.
   *
   * @param lastEntry number of its last entry
   */
  record Group(Mark mark, long lastEntry) {

    static final Group NONE = new Group(Mark.START, 0);

    private static Group of(Row row) {
      return new Group(new Mark(row.number(0), new Hash(row.text(2))), row.number(1));
    }
  }

  /**
   * Entries that are written in one transaction.
   *
   * @param lastEntry number of the last of them
   * @param bytes theirs, as {@link LogRow} packs them
   */
  record Entries(long lastEntry, byte[] bytes) {

    /**
     * @param rows at least one
     */
    static Entries of(List<LogRow> rows) {
      return new Entries(rows.get(rows.size() - 1).sequence(), LogRow.pack(rows));
    }

    private static Entries of(Row row) {
      return new Entries(row.number(1), row.bytes(3));
    }

    /** The group that they make behind another one. */
    Group after(Group before) {
      Hash hash = before.mark().hash().followedBy(lastEntry, bytes);
      return new Group(new Mark(before.mark().group() + 1, hash), lastEntry);
    }

    List<LogRow> rows() {
      return LogRow.unpack(lastEntry, bytes);
    }
  }

  static void append(Session session, Group group, byte[] entries) throws SQLException {
    session.put(
        "groups", group.mark().group(), group.lastEntry(), group.mark().hash().hex(), entries);
  }

  /** The last group; that of the beginning when there is none. */
  static Group last(Session session) throws SQLException {
    return session
        .row("SELECT * FROM groups ORDER BY number DESC LIMIT 1", Group::of)
        .orElse(Group.NONE);
  }

  static long checkpoint(Session session) throws SQLException {
    return Meta.get(session, CHECKPOINT).map(Long::parseLong).orElse(0L);
  }

  /**
   * Entries up to this one are not needed any more.
   *
   * @param lastEntry the last one of its group
   */
  static void prune(Session session, long lastEntry) throws SQLException {
    Meta.put(session, CHECKPOINT, Long.toString(lastEntry));
    session.update("DELETE FROM groups WHERE last_entry < ?", lastEntry);
  }

  /**
   * Makes a log that can be followed out of what is left of one, and notes the loss as an entry
   * without bytes, whose number is greater than any that a counter knows.
   *
   * @return its last group
   */
  static Group mend(Session session) throws SQLException {
    List<Entries> left = new ArrayList<>(behindCheckpoint(session));
    long known = Long.parseLong(session.value("SELECT coalesce(max(sequence), 0) FROM counters"));
    long checkpoint = checkpoint(session);
    Group last =
        session
            .row("SELECT * FROM groups WHERE last_entry = ?", Group::of, checkpoint)
            .orElse(new Group(new Mark(last(session).mark().group(), Hash.OF_NOTHING), checkpoint));
    long end = left.isEmpty() ? checkpoint : left.get(left.size() - 1).lastEntry();
    left.add(Entries.of(List.of(new LogRow(Math.max(known, end) + 1, new byte[0]))));
    session.update("DELETE FROM groups");
    append(session, last, LogRow.pack(List.of()));
    for (Entries entries : left) {
      last = entries.after(last);
      append(session, last, entries.bytes());
    }
    return last;
  }

  /** The entries behind the checkpoint, in order. */
  static List<LogRow> rows(Session session) throws SQLException {
    return behindCheckpoint(session).stream().map(Entries::rows).flatMap(List::stream).toList();
  }

  private static List<Entries> behindCheckpoint(Session session) throws SQLException {
    return session.rows(
        "SELECT * FROM groups WHERE last_entry > ? ORDER BY number",
        Entries::of,
        checkpoint(session));
  }

  /**
   * Follows the log from the checkpoint to its end, group by group and hash by hash.
   *
   * @return the group at the checkpoint and those behind it
   * @throws StoreDamaged where it breaks off
   */
  static List<Group> follow(Session session) throws SQLException {
    long checkpoint = checkpoint(session);
    List<Group> followed = new ArrayList<>();
    followed.add(
        session
            .row("SELECT * FROM groups WHERE last_entry = ?", Group::of, checkpoint)
            .orElse(Group.NONE));
    if (followed.get(0).lastEntry() != checkpoint) {
      throw new StoreDamaged("the log does not begin at its checkpoint, entry " + checkpoint);
    }
    session.rows(
        "SELECT * FROM groups WHERE last_entry > ? ORDER BY number",
        row -> followed.add(next(followed.get(followed.size() - 1), row)),
        checkpoint);
    return followed;
  }

  private static Group next(Group before, Row row) {
    Group next = Entries.of(row).after(before);
    if (!next.equals(Group.of(row))) {
      throw new StoreDamaged("the log breaks off at group " + next.mark().group());
    }
    return next;
  }
}
