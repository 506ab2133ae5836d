package dev.tollgate.engine.compile;

import dev.tollgate.engine.compare.Region;
import dev.tollgate.engine.policy.Allotment;
import dev.tollgate.engine.policy.Condition;
import dev.tollgate.grammar.tree.QuotaClause;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An allot line, read.
 *
 * @param editions whom it is for, as far as the names are known; the empty word stands for
 *     everybody in a product without editions
 * @param when empty when it is wrong and reported
 * @param grants how much, each with its condition: one, or as many as the edition has whose line it
 *     repeats; empty when it is wrong and reported
 */
record AllotLine(
    QuotaClause.Allot tree, Set<String> editions, Optional<Condition> when, List<Part> grants) {

  /** The accounts that a part of it is for. */
  Region accounts(Part part, Space space) {
    return Region.of(part.when()).intersect(Region.of(space.accounts(editions)));
  }

  /** How much under a condition. */
  record Part(Condition when, Allotment.Grant grant) {}

  /** Equal lines stand at one place; to hash all that they say takes longer than the checks do. */
  @Override
  public int hashCode() {
    return tree.span().start().offset();
  }
}
