package dev.tollgate.engine.ledger;

import java.time.LocalDate;

/**
 * How the billed units of one calendar day changed. They are those of one quota of one account,
 * over all its counters.
 *
 * @param day in the zone that the account had at the moment of the units
 * @param before billed units of the day, in steps, before the change
 * @param after the same after it
 */
public record BilledDay(LocalDate day, long before, long after) {}
