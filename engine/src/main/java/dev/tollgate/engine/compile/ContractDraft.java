package dev.tollgate.engine.compile;

import dev.tollgate.engine.policy.Contract;
import dev.tollgate.engine.policy.Stretch;
import dev.tollgate.grammar.tree.Declaration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A contract in the making; the stage that reads its lines fills it. */
final class ContractDraft {

  final ProductDraft product;
  final Declaration.Contract tree;
  final ContractClauses clauses;

  /** Its cost lines by the quota that each is about. */
  final Map<QuotaDraft, List<CostLine>> costs = new LinkedHashMap<>();

  Optional<Stretch> during = Optional.empty();

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
