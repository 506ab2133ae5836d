package dev.tollgate.engine.decide;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * Units that come back.
 *
 * @param at the instant from which they can be consumed again
 * @param amount in the quota's unit, above 0
 */
public record NextReturn(Instant at, BigDecimal amount) {}
