package dev.tollgate.engine.ledger;

/**
 * Billed units of a day that are billed by the same. They lie above those of the parts before it.
 *
 * @param upTo units of the day, in steps, up to and with these; more than those of the part before
 */
public record BilledPart(BilledBy by, long upTo) {}
