package dev.tollgate.engine.compile;

import dev.tollgate.engine.policy.Price;
import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.tree.Slab;
import java.math.BigDecimal;
import java.util.List;

/**
 * The price of one more unit falls from slab to slab, or it rises; one that does both has a slip in
 * it. What is free says nothing about the price of the rest.
 */
final class CheckPriceTurns implements Stage {

  @Override
  public void run(Draft draft) {
    for (ProductDraft product : draft.products) {
      for (AddOnDraft addOn : product.allAddOns) {
        addOn.price.ifPresent(price -> check(addOn, price));
      }
    }
  }

  private static void check(AddOnDraft addOn, Price price) {
    if (!(price instanceof Price.Graduated graduated)) {
      return;
    }
    List<BigDecimal> each = graduated.slabs().stream().map(Price.Slab::each).toList();
    boolean falls = false;
    int rise = 0;
    for (int i = 1; i < each.size(); i++) {
      int change = each.get(i - 1).signum() == 0 ? 0 : each.get(i).compareTo(each.get(i - 1));
      falls |= change < 0;
      rise = rise == 0 && change > 0 ? i : rise;
    }
    if (falls && rise > 0) {
      List<Slab> trees = addOn.clauses.prices.get(0).price().accept(new SlabsOf());
      addOn
          .product
          .findings()
          .add(
              Diagnostic.of(
                      DiagnosticCode.PRICE_UP_AND_DOWN,
                      trees.get(rise).price().orElseThrow().span(),
                      "a unit costs more here than in the slab before it, and less in another")
                  .withRelated(trees.get(rise - 1).span(), "the slab before it"));
    }
  }
}
