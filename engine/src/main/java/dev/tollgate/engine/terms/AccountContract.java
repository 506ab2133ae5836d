package dev.tollgate.engine.terms;

import dev.tollgate.engine.policy.Contract;
import dev.tollgate.engine.policy.Stretch;

/**
 * A contract of the account that asks, as a fact for the rule that serves all contracts.
 *
 * @param order place among the contracts of the account, from 0
 */
record AccountContract(Contract contract, int order) {

  Stretch during() {
    return contract.during();
  }
}
