package dev.tollgate.engine.compile;

import dev.tollgate.engine.policy.Condition;
import dev.tollgate.engine.policy.Rule;
import dev.tollgate.engine.policy.Stretch;
import dev.tollgate.grammar.tree.Declaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A rule in the making; the stage that reads its lines fills it. */
final class RuleDraft {

  final ProductDraft product;
  final QuotaDraft quota;
  final Declaration.Rule tree;
  final RuleClauses clauses;
  final List<CostLine> costs = new ArrayList<>();

  Optional<Condition> when = Optional.empty();
  Optional<Stretch> during = Optional.empty();

  /** Empty while it is not read, and when it is wrong. */
  Optional<Rule> built = Optional.empty();

  RuleDraft(QuotaDraft quota, Declaration.Rule tree) {
    this.product = quota.product;
    this.quota = quota;
    this.tree = tree;
    this.clauses = new RuleClauses(tree.clauses());
  }

  String title() {
    return tree.title().value();
  }
}
