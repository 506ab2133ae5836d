package dev.tollgate.engine.ledger;

import dev.tollgate.engine.policy.Price;

/**
 * By what units are billed that are used beyond the included ones.
 *
 * @param policy hash of the policy whose price list it is
 * @param addOn the add-on that is billed by what was used
 */
public record BilledBy(String policy, String addOn, Price price) {}
