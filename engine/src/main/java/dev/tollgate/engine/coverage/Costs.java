package dev.tollgate.engine.coverage;

import dev.tollgate.engine.policy.Policy;
import dev.tollgate.engine.policy.Product;
import java.util.List;
import java.util.Map;

/** Each cost line, wherever it stands. */
final class Costs implements BehaviourSource {

  @Override
  public List<Behaviour> of(Policy policy, Product product) {
    CallDrafts drafts = new CallDrafts(product);
    return CostClause.of(policy, product).stream()
        .map(clause -> behaviour(clause, drafts))
        .toList();
  }

  private static Behaviour behaviour(CostClause clause, CallDrafts drafts) {
    String target = clause.quota().id();
    Item item = new Item(ItemKind.COST, target, clause.line().place(), "what a call costs");
    return new Behaviour(
        item,
        seen ->
            seen.ofCosts(target).stream()
                .flatMap(grounds -> grounds.lines().stream())
                .anyMatch(line -> line.line().place().equals(clause.line().place())),
        trial -> drafts.of(item, clause, Map.of()));
  }
}
