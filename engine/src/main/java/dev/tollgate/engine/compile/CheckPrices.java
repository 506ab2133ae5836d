package dev.tollgate.engine.compile;

import dev.tollgate.engine.policy.Price;
import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.tree.Slab;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** The slabs of a price reach as far as what an account may hold, and no further. */
final class CheckPrices implements Stage {

  @Override
  public void run(Draft draft) {
    for (ProductDraft product : draft.products) {
      for (AddOnDraft addOn : product.allAddOns) {
        List<Price.Slab> slabs = addOn.price.map(CheckPrices::slabs).orElse(List.of());
        boolean mostIsWrong = addOn.most.isEmpty() && !addOn.clauses.most.isEmpty();
        if (!slabs.isEmpty() && !mostIsWrong && !addOn.isDamaged()) {
          check(addOn, slabs);
        }
      }
    }
  }

  private static List<Price.Slab> slabs(Price price) {
    if (price instanceof Price.Graduated graduated) {
      return graduated.slabs();
    } else if (price instanceof Price.Volume volume) {
      return volume.slabs();
    } else if (price instanceof Price.Flat || price instanceof Price.Packs) {
      return List.of();
    }
    throw new IllegalStateException("no such price: " + price);
  }

  private static List<Slab> trees(AddOnDraft addOn) {
    return addOn.clauses.prices.get(0).price().accept(new SlabsOf());
  }

  private static void check(AddOnDraft addOn, List<Price.Slab> slabs) {
    Optional<BigDecimal> most =
        addOn.most.flatMap(amount -> AmountBounds.mostSteps(amount, addOn.unit));
    List<Slab> trees = trees(addOn);
    for (int i = 0; i < slabs.size(); i++) {
      long above = slabs.get(i).above();
      if (most.filter(bound -> bound.compareTo(BigDecimal.valueOf(above)) <= 0).isPresent()) {
        unreachable(addOn, trees.get(i), most.get(), above);
      }
    }
    long end = slabs.get(slabs.size() - 1).to();
    boolean enough =
        end == Long.MAX_VALUE
            || most.filter(bound -> bound.compareTo(BigDecimal.valueOf(end)) <= 0).isPresent();
    if (!enough) {
      String amount = number(addOn, BigDecimal.valueOf(end));
      addOn
          .product
          .findings()
          .add(
              Diagnostic.of(
                      DiagnosticCode.PRICE_ENDS,
                      trees.get(trees.size() - 1).span(),
                      "an account may hold more than %s, and nothing above is priced"
                          .formatted(amount))
                  .withHint(
                      "end with a line such as `beyond at 0.01`, or say `most %s`"
                          .formatted(amount)));
    }
  }

  private static void unreachable(AddOnDraft addOn, Slab tree, BigDecimal most, long above) {
    addOn
        .product
        .findings()
        .add(
            Diagnostic.of(
                    DiagnosticCode.UNREACHABLE_SLAB,
                    tree.span(),
                    "no purchase reaches this slab: it begins above %s, and at most %s can be held"
                        .formatted(number(addOn, BigDecimal.valueOf(above)), number(addOn, most)))
                .withRelated(addOn.clauses.most.get(0).span(), "this is the bound"));
  }

  private static String number(AddOnDraft addOn, BigDecimal steps) {
    return Wording.number(steps.movePointLeft(addOn.unit.decimals()));
  }
}
