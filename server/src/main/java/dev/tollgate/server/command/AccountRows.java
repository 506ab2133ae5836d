package dev.tollgate.server.command;

import dev.tollgate.engine.impact.BadRow;
import dev.tollgate.engine.impact.Columns;
import dev.tollgate.engine.impact.Fleet;
import dev.tollgate.engine.impact.FleetCount;
import dev.tollgate.engine.impact.KnownAccounts;
import dev.tollgate.server.table.RowSink;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts the accounts of rows. For one thread. */
final class AccountRows implements RowSink {

  private final Fleet fleet;
  private final FleetCount count;
  private final Optional<KnownAccounts> kept;
  private final BadRows bad;
  private final Map<List<String>, Columns> columns = new IdentityHashMap<>();

  /**
   * @param kept where accounts go that calls are replayed of; empty where none are
   */
  AccountRows(Fleet fleet, Optional<KnownAccounts> kept, BadRows bad) {
    this.fleet = fleet;
    this.kept = kept;
    this.count = fleet.count();
    this.bad = bad;
  }

  @Override
  public void row(long line, List<String> names, String[] cells) {
    try {
      Columns known = columns.get(names);
      if (known == null) {
        known = fleet.columns(names);
        columns.put(names, known);
      }
      count.add(known, cells);
      if (kept.isPresent()) {
        kept.get().add(known, cells);
      }
    } catch (BadRow wrong) {
      bad.add(line, names.get(wrong.column()), wrong.getMessage());
    }
  }

  @Override
  public void unreadable(long line, String why) {
    bad.add(line, why);
  }

  FleetCount count() {
    return count;
  }
}
