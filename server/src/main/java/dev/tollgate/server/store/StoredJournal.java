package dev.tollgate.server.store;

import dev.tollgate.engine.ledger.Entry;
import dev.tollgate.engine.ledger.Journal;
import dev.tollgate.server.store.disk.Disk;

/** Hands what the ledger does on to the disk. */
record StoredJournal<A, E>(Disk disk, LedgerTables<A, E> tables) implements Journal<A, E> {

  @Override
  public void mustAccept() {
    disk.mustAccept();
  }

  @Override
  public long append(Entry<A, E> entry) {
    return disk.append(new LedgerEntry<>(entry, tables));
  }

  @Override
  public long appended() {
    return disk.state().appended();
  }

  @Override
  public long archived() {
    return disk.state().written();
  }
}
