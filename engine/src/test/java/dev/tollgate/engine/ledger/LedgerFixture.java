package dev.tollgate.engine.ledger;

/** Where the parts of the contract get the ledger under test. */
public interface LedgerFixture {

  /** The ledger of this test, empty at first; always the same one in a test. */
  Ledger<Granted, Settled> ledger();
}
