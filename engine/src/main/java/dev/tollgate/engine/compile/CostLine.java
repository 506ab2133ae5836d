package dev.tollgate.engine.compile;

import dev.tollgate.engine.policy.Condition;
import dev.tollgate.grammar.tree.CallCost;
import java.util.Optional;

/**
 * A cost line, read.
 *
 * @param when empty when it is wrong and reported; so is {@code built} then
 * @param built empty when anything in the line is wrong
 */
record CostLine(
    CallCost tree,
    ChosenCalls calls,
    Optional<Condition> when,
    Optional<dev.tollgate.engine.policy.CallCost> built) {

  /** Equal lines stand at one place; to hash all that they say takes longer than the checks do. */
  @Override
  public int hashCode() {
    return tree.span().start().offset();
  }
}
