package dev.tollgate.server.store;

import dev.tollgate.engine.decide.AdjustmentRequests;
import dev.tollgate.engine.decide.Remembered;
import dev.tollgate.engine.decide.Settlement;
import dev.tollgate.engine.ledger.Entry;
import dev.tollgate.engine.ledger.RequestId;
import dev.tollgate.server.store.disk.Disk;
import dev.tollgate.server.store.disk.Session;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The table of adjustments by the ids of their requests. */
final class AdjustmentTables implements Projection<Remembered, Settlement>, AdjustmentRequests {

  private static final Stored<Answered> STORED = Stored.of(Answered.class);

  private final Disk disk;

  AdjustmentTables(Disk disk) {
    this.disk = disk;
  }

  @Override
  public void apply(Session session, List<Entry<Remembered, Settlement>> entries)
      throws SQLException {
    for (Entry<Remembered, Settlement> entry : entries) {
      if (entry instanceof Entry.Adjusted<Remembered, Settlement> adjusted
          && adjusted.adjustment().request().isPresent()) {
        put(session, adjusted, adjusted.adjustment().request().get());
      }
    }
  }

  private static void put(
      Session session, Entry.Adjusted<Remembered, Settlement> adjusted, RequestId request)
      throws SQLException {
    session.put(
        "adjustments",
        adjusted.adjustment().key().product(),
        adjusted.adjustment().account(),
        request.id(),
        adjusted.at().toEpochMilli(),
        STORED.bytes(new Answered(request, adjusted.at(), adjusted.answer())));
  }

  @Override
  public Optional<Answered> find(String product, String account, String requestId) {
    return disk.read(
        session ->
            session.row(
                "SELECT * FROM adjustments WHERE product = ? AND account = ? AND request = ?",
                row -> STORED.value(row.bytes(4)),
                product,
                account,
                requestId));
  }
}
