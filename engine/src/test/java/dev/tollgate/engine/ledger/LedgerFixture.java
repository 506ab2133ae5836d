package dev.tollgate.engine.ledger;

/** Where the parts of the contract get the ledger under test. */
public interface LedgerFixture {

  /**
   * The ledger of this test, empty at first. One that is kept somewhere may be closed and opened
   * again whenever a step of the test asks for it.
   */
  Ledger<Granted, Settled> ledger();
}
