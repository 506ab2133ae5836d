package dev.tollgate.engine.ledger;

/**
 * What every ledger has to fulfil. A ledger's test extends this class; the parts are told by what
 * they are about.
 */
public abstract class LedgerContract
    implements TakingContract,
        RequestIdContract,
        EndingContract,
        HoldContract,
        BillingContract,
        AdjustingContract,
        ConcurrencyContract {}
