package dev.tollgate.server.store.disk;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The tables of the log: entries, the groups in which they were written, and the checkpoint up to
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

    /**
     * The group that follows this one.
     *
     * @param entries at least one
     */
    Group followedBy(List<LogRow> entries) {
      return new Group(
          new Mark(mark.group() + 1, mark.hash().followedBy(entries)),
          entries.get(entries.size() - 1).sequence());
    }
  }

  static void append(Session session, Group group, List<LogRow> entries) throws SQLException {
    for (LogRow entry : entries) {
      session.put("entries", entry.sequence(), group.mark().group(), entry.bytes());
    }
    put(session, group);
  }

  private static void put(Session session, Group group) throws SQLException {
    session.put("groups", group.mark().group(), group.lastEntry(), group.mark().hash().hex());
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
    session.update("DELETE FROM entries WHERE sequence <= ?", lastEntry);
    session.update("DELETE FROM groups WHERE last_entry < ?", lastEntry);
  }

  /**
   * Makes a log that can be followed out of what is left of one, and notes the loss as an entry
   * without bytes, whose number is greater than any that a counter knows.
   *
   * @return its last group
   */
  static Group mend(Session session) throws SQLException {
    List<List<LogRow>> left = groups(session);
    long known = Long.parseLong(session.value("SELECT coalesce(max(sequence), 0) FROM counters"));
    long checkpoint = checkpoint(session);
    Group last =
        session
            .row("SELECT * FROM groups WHERE last_entry = ?", Group::of, checkpoint)
            .orElse(new Group(new Mark(last(session).mark().group(), Hash.OF_NOTHING), checkpoint));
    session.update("DELETE FROM entries");
    session.update("DELETE FROM groups");
    put(session, last);
    for (List<LogRow> entries : left) {
      last = last.followedBy(entries);
      append(session, last, entries);
    }
    List<LogRow> note = List.of(new LogRow(Math.max(known, last.lastEntry()) + 1, new byte[0]));
    last = last.followedBy(note);
    append(session, last, note);
    return last;
  }

  /** The entries behind the checkpoint, in order, by the groups that they were written in. */
  static List<List<LogRow>> groups(Session session) throws SQLException {
    List<List<LogRow>> groups = new ArrayList<>();
    long[] current = {-1};
    session.rows(
        "SELECT * FROM entries ORDER BY sequence",
        row -> {
          if (row.number(1) != current[0]) {
            groups.add(new ArrayList<>());
            current[0] = row.number(1);
          }
          return groups.get(groups.size() - 1).add(new LogRow(row.number(0), row.bytes(2)));
        });
    return groups;
  }

  /**
   * Follows the log from the checkpoint to its end, entry by entry and hash by hash.
   *
   * @return the hashes of the groups behind the checkpoint and of the one at it
   * @throws StoreDamaged where it breaks off
   */
  static List<Group> follow(Session session) throws SQLException {
    long checkpoint = checkpoint(session);
    List<Group> written = session.rows("SELECT * FROM groups ORDER BY number", Group::of);
    Set<Group> known = new HashSet<>(written);
    List<Group> followed = new ArrayList<>();
    Group last = at(written, checkpoint);
    followed.add(last);
    for (List<LogRow> entries : groups(session)) {
      last = last.followedBy(entries);
      if (!known.contains(last)) {
        throw new StoreDamaged("the log breaks off at group " + last.mark().group());
      }
      followed.add(last);
    }
    if (!written.isEmpty() && !written.get(written.size() - 1).equals(last)) {
      throw new StoreDamaged("the log breaks off behind group " + last.mark().group());
    }
    return followed;
  }

  private static Group at(List<Group> written, long checkpoint) {
    Optional<Group> found =
        written.stream().filter(group -> group.lastEntry() == checkpoint).findFirst();
    if (found.isEmpty() && checkpoint > 0) {
      throw new StoreDamaged("the log does not begin at its checkpoint, entry " + checkpoint);
    }
    return found.orElse(Group.NONE);
  }
}
