package dev.tollgate.engine.compile;

import dev.tollgate.engine.policy.Contract;
import dev.tollgate.grammar.tree.Declaration;
import java.util.Optional;

/** A contract in the making; the stage that reads its lines fills it. */
final class ContractDraft {

  final ProductDraft product;
  final Declaration.Contract tree;
  final ContractClauses clauses;

  /** Empty while it is not read, and when it is wrong. */
  Optional<Contract> built = Optional.empty();

  ContractDraft(ProductDraft product, Declaration.Contract tree) {
    this.product = product;
    this.tree = tree;
    this.clauses = new ContractClauses(tree.clauses());
  }

  Optional<Contract> built() {
    return built;
  }
}
