package dev.tollgate.server.store;

import dev.tollgate.engine.ledger.Drift;
import dev.tollgate.engine.ledger.Granted;
import dev.tollgate.engine.ledger.Ledger;
import dev.tollgate.engine.ledger.LedgerContract;
import dev.tollgate.engine.ledger.Packed;
import dev.tollgate.engine.ledger.Settled;
import dev.tollgate.server.store.disk.Disk;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A ledger on disk, closed and opened again at every other step. */
class StoredLedgerTest extends LedgerContract {

  @TempDir private Path folder;
  private Disk disk;
  private Ledger<Granted, Settled> ledger;
  private int steps;

  @BeforeEach
  void open() {
    disk = Disk.in(folder, false);
    ledger =
        LedgerStore.open(
            disk, Answers.GRANTED, Packed.SETTLED, List.of(), Drift.NONE, Checkpoints.DUE_AFTER);
  }

  @AfterEach
  void close() {
    disk.close();
  }

  @Override
  public Ledger<Granted, Settled> ledger() {
    steps++;
    if (steps % 2 == 0) {
      close();
      open();
    }
    return ledger;
  }
}
