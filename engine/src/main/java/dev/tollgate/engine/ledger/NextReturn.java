package dev.tollgate.engine.ledger;

import java.time.Instant;

/**
 * The next units to come back.
 *
 * @param at the first moment at which they are back
 * @param amount in steps, from 1
 */
public record NextReturn(Instant at, long amount) {}
