package dev.tollgate.engine.compile;

import dev.tollgate.engine.policy.Condition;
import dev.tollgate.engine.policy.Cost;
import dev.tollgate.engine.policy.Unit;
import dev.tollgate.grammar.tree.CallCost;
import java.util.List;
import java.util.Optional;

/** Reads the cost lines of one quota, wherever they stand. */
final class CostLines {

  private final ProductDraft product;
  private final Optional<Unit> unit;

  /**
   * Lines that count in {@code unit}.
   *
   * @param unit empty when the quota's unit is wrong, so that no amount can be judged
   */
  CostLines(ProductDraft product, Optional<Unit> unit) {
    this.product = product;
    this.unit = unit;
  }

  List<CostLine> read(List<CallCost> trees) {
    return trees.stream().map(this::read).toList();
  }

  CostLine read(CallCost tree) {
    ChosenCalls calls = product.callChoices.resolve(tree.calls());
    Optional<Condition> when = new Conditions(product, Scene.each(calls)).read(tree.when());
    Optional<Cost> cost =
        unit.flatMap(counted -> tree.charge().accept(new Costs(product, counted, calls)));
    Optional<dev.tollgate.engine.policy.CallCost> built =
        when.filter(read -> calls.complete())
            .flatMap(
                condition ->
                    cost.map(
                        amount ->
                            new dev.tollgate.engine.policy.CallCost(
                                calls.set(),
                                condition,
                                amount,
                                product.sources().words(tree.span()),
                                product.sources().place(tree.span()))));
    return new CostLine(tree, calls, when, built);
  }
}
