package dev.tollgate.engine.compile;

import dev.tollgate.engine.compare.Curve;
import dev.tollgate.engine.compare.PriceTerms;
import dev.tollgate.engine.compare.Rational;
import dev.tollgate.engine.policy.Price;
import dev.tollgate.engine.policy.Unit;
import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.diagnostic.Span;
import dev.tollgate.grammar.tree.Pack;
import dev.tollgate.grammar.tree.Slab;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** More never costs less in all: found over all amounts at once. */
final class CheckCliffs implements Stage {

  @Override
  public void run(Draft draft) {
    for (ProductDraft product : draft.products) {
      for (AddOnDraft addOn : product.allAddOns) {
        addOn.price.ifPresent(price -> check(addOn, price));
      }
    }
  }

  private static void check(AddOnDraft addOn, Price price) {
    Curve money = new PriceTerms(addOn.name().text(), addOn.unit, price).curve();
    Optional<Long> cliff = money.shifted(1).firstBelow(money);
    Optional<BigDecimal> most = addOn.most.flatMap(amount -> amount.accept(AmountBounds.MOST));
    cliff
        .filter(
            before -> most.isEmpty() || addOn.unit.amount(before).compareTo(most.orElseThrow()) < 0)
        .ifPresent(before -> report(addOn, price, money, before));
  }

  /** Says that one step more than {@code before} costs less. */
  private static void report(AddOnDraft addOn, Price price, Curve money, long before) {
    int line = line(price, before + 1);
    List<Span> lines = lines(addOn);
    addOn
        .product
        .findings()
        .add(
            Diagnostic.of(
                    DiagnosticCode.PRICE_CLIFF,
                    lines.get(line),
                    "more costs less: %s for %s, %s for %s"
                        .formatted(
                            cost(price, money, before),
                            amount(addOn.unit, before),
                            cost(price, money, before + 1),
                            amount(addOn.unit, before + 1)))
                .withRelated(lines.get(line - 1), "the dearer line before it"));
  }

  /** Which line of a price an amount falls on; only prices by the whole amount have cliffs. */
  private static int line(Price price, long steps) {
    List<Long> ends =
        price instanceof Price.Volume volume
            ? volume.slabs().stream().map(Price.Slab::to).toList()
            : ((Price.Packs) price).packs().stream().map(Price.Pack::size).toList();
    int line = 0;
    while (line < ends.size() - 1 && ends.get(line) < steps) {
      line++;
    }
    return line;
  }

  private static List<Span> lines(AddOnDraft addOn) {
    dev.tollgate.grammar.tree.Price tree = addOn.clauses.prices.get(0).price();
    return tree instanceof dev.tollgate.grammar.tree.Price.Packs packs
        ? packs.packs().stream().map(Pack::span).toList()
        : tree.accept(new SlabsOf()).stream().map(Slab::span).toList();
  }

  private static String amount(Unit unit, long steps) {
    return Wording.number(unit.amount(steps));
  }

  private static String cost(Price price, Curve money, long steps) {
    Rational cost = money.at(steps).orElseThrow();
    return Wording.money(cost.toDecimal(), price.currency());
  }
}
