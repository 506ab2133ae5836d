package dev.tollgate.engine.terms;

import dev.tollgate.engine.policy.Contract;

/**
 * A contract of the account that asks, as a fact for the rule that serves all contracts.
 *
 * @param order place among the contracts of the account, from 0
 * @param question what the account asks
 */
record AccountContract(Contract contract, int order, Question question) {

  boolean inForce() {
    return question.during(contract.during());
  }
}
