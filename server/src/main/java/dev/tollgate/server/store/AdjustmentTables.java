package dev.tollgate.server.store;

import dev.tollgate.engine.decide.AdjustmentRequests;
import dev.tollgate.engine.decide.Remembered;
import dev.tollgate.engine.decide.Settlement;
import dev.tollgate.engine.ledger.Entry;
import dev.tollgate.engine.ledger.RequestId;
import dev.tollgate.server.store.disk.Disk;
import dev.tollgate.server.store.disk.Session;
import java.sql.SQLException;
import java.util.Optional;

/** The table of adjustments by the ids of their requests. */
final class AdjustmentTables implements Projection<Remembered, Settlement>, AdjustmentRequests {

  private static final Stored<Answered> STORED = Stored.of(Answered.class);

  private final Disk disk;

  AdjustmentTables(Disk disk) {
    this.disk = disk;
  }

  @Override
  public void apply(Session session, Entry<Remembered, Settlement> entry) throws SQLException {
    if (entry instanceof Entry.Adjusted<Remembered, Settlement> adjusted
        && adjusted.adjustment().request().isPresent()) {
      RequestId request = adjusted.adjustment().request().get();
      session.put(
          "adjustments",
          adjusted.adjustment().key().product(),
          adjusted.adjustment().account(),
          request.id(),
          STORED.bytes(new Answered(request, adjusted.at(), adjusted.answer())));
    }
  }

  @Override
  public Optional<Answered> find(String product, String account, String requestId) {
    return disk.read(
        session ->
            session.row(
                "SELECT * FROM adjustments WHERE product = ? AND account = ? AND request = ?",
                row -> STORED.value(row.bytes(3)),
                product,
                account,
                requestId));
  }
}
