package dev.tollgate.engine.compile;

import dev.tollgate.engine.policy.Place;
import dev.tollgate.engine.policy.Price;
import dev.tollgate.engine.policy.Unit;
import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.diagnostic.Position;
import dev.tollgate.grammar.diagnostic.Span;
import dev.tollgate.grammar.tree.Name;
import dev.tollgate.grammar.tree.Numeral;
import dev.tollgate.grammar.tree.Pack;
import dev.tollgate.grammar.tree.Price.Flat;
import dev.tollgate.grammar.tree.Price.Graduated;
import dev.tollgate.grammar.tree.Price.Packs;
import dev.tollgate.grammar.tree.Price.Volume;
import dev.tollgate.grammar.tree.Quantity;
import dev.tollgate.grammar.tree.Slab;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads the price of an add-on: bounds in steps of its unit, money for each whole unit. */
final class Prices implements dev.tollgate.grammar.tree.Price.Visitor<Optional<Price>> {

  private final AddOnDraft addOn;
  private final ProductDraft product;
  private final Unit unit;

  Prices(AddOnDraft addOn) {
    this.addOn = addOn;
    this.product = addOn.product;
    this.unit = addOn.unit;
  }

  @Override
  public Optional<Price> graduated(Graduated price) {
    Optional<List<Price.Slab>> slabs = slabs(price.slabs(), price.per(), price.span());
    return currency(price.currency())
        .flatMap(code -> slabs.map(read -> new Price.Graduated(code, read, place(price.span()))));
  }

  @Override
  public Optional<Price> volume(Volume price) {
    Optional<List<Price.Slab>> slabs = slabs(price.slabs(), price.per(), price.span());
    return currency(price.currency())
        .flatMap(code -> slabs.map(read -> new Price.Volume(code, read, place(price.span()))));
  }

  @Override
  public Optional<Price> flat(Flat price) {
    notByUse(price.span(), "a flat price is the same for any amount");
    return currency(price.currency())
        .map(code -> new Price.Flat(code, price.amount().value(), place(price.span())));
  }

  @Override
  public Optional<Price> packs(Packs price) {
    notByUse(price.span(), "packs are sold whole");
    List<Price.Pack> packs = new ArrayList<>();
    for (Pack pack : price.packs()) {
      OptionalLong size = size(pack.amount());
      if (size.isEmpty()) {
        return Optional.empty();
      }
      if (!packs.isEmpty() && size.getAsLong() <= packs.get(packs.size() - 1).size()) {
        outOfOrder(
            pack.amount().span(),
            "a pack of `%s` is not larger than the pack before it"
                .formatted(pack.amount().written()));
        return Optional.empty();
      }
      packs.add(
          new Price.Pack(
              size.getAsLong(), pack.price().value(), words(pack.span()), place(pack.span())));
    }
    if (packs.isEmpty()) {
      return nothing(price.span());
    }
    return currency(price.currency())
        .map(code -> new Price.Packs(code, packs, place(price.span())));
  }

  /**
   * What was used is billed as far as it goes: a price that does not add up unit by unit is none.
   */
  private void notByUse(Span price, String why) {
    if (!addOn.clauses.used.isEmpty()) {
      product
          .findings()
          .add(
              Diagnostic.of(
                      DiagnosticCode.CLAUSE_MISPLACED,
                      price,
                      "what was used is priced unit by unit, and " + why)
                  .withRelated(addOn.clauses.used.get(0).span(), "billed by what was used"));
    }
  }

  private Optional<String> currency(Name name) {
    if (Units.isCurrency(name.text())) {
      return Optional.of(name.text());
    }
    product.draft.unknowns.use(
        DiagnosticCode.UNKNOWN_CURRENCY, "a currency (ISO 4217)", name, Units.commonCurrencies());
    return Optional.empty();
  }

  private Optional<List<Price.Slab>> slabs(List<Slab> trees, Numeral per, Span span) {
    if (size(per).isEmpty()) {
      return Optional.empty();
    }
    if (trees.isEmpty()) {
      return nothing(span);
    }
    List<Price.Slab> slabs = new ArrayList<>();
    long above = 0;
    for (int i = 0; i < trees.size(); i++) {
      Slab tree = trees.get(i);
      boolean last = i == trees.size() - 1;
      if (tree.reach() == Slab.Reach.BEYOND && !last) {
        product
            .findings()
            .add(
                Diagnostic.of(
                        DiagnosticCode.OUT_OF_ORDER,
                        trees.get(i + 1).span(),
                        "nothing can follow `beyond`")
                    .withRelated(tree.span(), "it has no end"));
        return Optional.empty();
      }
      if (!isInOrder(tree, i == 0)) {
        return Optional.empty();
      }
      OptionalLong to =
          tree.size().map(size -> end(size, slabs)).orElse(OptionalLong.of(Long.MAX_VALUE));
      Optional<BigDecimal> each = each(tree, per);
      if (to.isEmpty() || each.isEmpty()) {
        return Optional.empty();
      }
      slabs.add(
          new Price.Slab(
              above, to.getAsLong(), each.get(), words(tree.span()), place(tree.span())));
      above = to.getAsLong();
    }
    return Optional.of(slabs);
  }

  private boolean isInOrder(Slab tree, boolean first) {
    if (tree.reach() == Slab.Reach.FIRST && !first) {
      outOfOrder(word(tree), "`first` begins a price; the slabs after it are `next`");
      return false;
    } else if (tree.reach() == Slab.Reach.NEXT && first) {
      outOfOrder(word(tree), "a price begins with `first`");
      return false;
    }
    return true;
  }

  /** The word that a slab begins with. */
  private static Span word(Slab tree) {
    Position start = tree.span().start();
    int length = tree.reach().name().length();
    Position end = new Position(start.offset() + length, start.line(), start.column() + length);
    return new Span(tree.span().file(), start, end);
  }

  /** The last step of a slab of this size. */
  private OptionalLong end(Numeral size, List<Price.Slab> before) {
    OptionalLong steps = size(size);
    if (steps.isEmpty()) {
      return steps;
    }
    long start = before.isEmpty() ? 0 : before.get(before.size() - 1).to();
    if (start >= Long.MAX_VALUE - steps.getAsLong()) {
      product
          .findings()
          .add(
              DiagnosticCode.NUMBER_TOO_LARGE,
              size.span(),
              "the slabs up to `%s` are more than can be counted".formatted(size.written()));
      return OptionalLong.empty();
    }
    return OptionalLong.of(start + steps.getAsLong());
  }

  /** Steps, from 1. */
  private OptionalLong size(Numeral number) {
    OptionalLong steps =
        product.quantities.steps(new Quantity(number, Optional.empty(), number.span()), unit);
    if (steps.isPresent() && steps.getAsLong() == 0) {
      product
          .findings()
          .add(
              DiagnosticCode.NUMBER_OUT_OF_RANGE,
              number.span(),
              "a price needs more than `%s`".formatted(number.written()));
      return OptionalLong.empty();
    }
    return steps;
  }

  private Optional<BigDecimal> each(Slab tree, Numeral per) {
    BigDecimal price = tree.price().map(Numeral::value).orElse(BigDecimal.ZERO);
    try {
      return Optional.of(price.divide(per.value()));
    } catch (ArithmeticException endless) {
      product
          .findings()
          .add(
              DiagnosticCode.INEXACT_PRICE,
              per.span(),
              "`%s` per `%s` is no exact price for one: its decimals never end"
                  .formatted(Wording.number(price), per.written()));
      return Optional.empty();
    }
  }

  private <T> Optional<T> nothing(Span span) {
    if (!addOn.isDamaged()) {
      product.findings().add(DiagnosticCode.SAYS_NOTHING, span, "the price has no lines");
    }
    return Optional.empty();
  }

  private void outOfOrder(Span span, String rule) {
    if (!addOn.isDamaged()) {
      product.findings().add(DiagnosticCode.OUT_OF_ORDER, span, rule);
    }
  }

  private Place place(Span span) {
    return product.sources().place(span);
  }

  private String words(Span span) {
    return product.sources().words(span);
  }
}
