package dev.tollgate.engine.compile;

import dev.tollgate.engine.compare.AllotmentTerms;
import dev.tollgate.engine.compare.Box;
import dev.tollgate.engine.compare.Cases;
import dev.tollgate.engine.compare.CostTerms;
import dev.tollgate.engine.compare.Formula;
import dev.tollgate.engine.compare.FormulaValue;
import dev.tollgate.engine.compare.NeverBelow.Side;
import dev.tollgate.engine.compare.PriceTerms;
import dev.tollgate.engine.compare.Rational;
import dev.tollgate.engine.policy.AddOn;
import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.Place;
import dev.tollgate.engine.policy.Price;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Quota;
import dev.tollgate.engine.policy.QuotaVersion;
import dev.tollgate.engine.policy.ValueSet;
import dev.tollgate.grammar.diagnostic.Span;
import dev.tollgate.grammar.tree.CheckValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The sides of a claim as formulas at one moment, for each case that conditions tell apart. Of
 * terms that are not in force there is no case.
 *
 * @param quota empty where no side needs one
 */
record ClaimSides(Product product, Optional<Quota> quota, Box asserted, Instant at)
    implements CheckValue.Visitor<List<Cases.Case<Side>>> {

  /** A side of which nothing can be said. */
  static final class Undecided extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Span span;
    private final transient Optional<String> hint;

    Undecided(String message, Span span, Optional<String> hint) {
      super(message);
      this.span = span;
      this.hint = hint;
    }

    Span span() {
      return span;
    }

    Optional<String> hint() {
      return hint;
    }
  }

  @Override
  public List<Cases.Case<Side>> allotmentOf(CheckValue.AllotmentOf allotmentOf) {
    String edition = product.edition(allotmentOf.edition().text()).orElseThrow().name();
    AllotmentTerms terms = new AllotmentTerms(product, quota.orElseThrow(), edition, List.of(), at);
    Box accounts = terms.accounts().intersect(asserted);
    List<Cases.Case<Side>> sides = new ArrayList<>();
    for (Cases.Case<Optional<AllotmentTerms.Allotted>> each :
        version(allotmentOf)
            .map(version -> terms.cases(version, accounts))
            .orElseGet(() -> terms.cases(accounts))) {
      each.value()
          .map(allotted -> new Side(allotted.available(), allotted.lines()))
          .ifPresent(side -> sides.add(new Cases.Case<>(ofAnyEdition(each.box()), side)));
    }
    return sides;
  }

  private Optional<QuotaVersion> version(CheckValue.AllotmentOf allotmentOf) {
    return allotmentOf
        .version()
        .flatMap(
            name ->
                quota.orElseThrow().versions().stream()
                    .filter(version -> version.name().equals(name.text()))
                    .findFirst());
  }

  /** Two editions are compared for what is otherwise one and the same account. */
  private static Box ofAnyEdition(Box box) {
    Map<Attribute, ValueSet> sides = new LinkedHashMap<>(box.sides());
    sides.remove(Attribute.EDITION);
    return new Box(sides);
  }

  @Override
  public List<Cases.Case<Side>> costOf(CheckValue.CostOf costOf) {
    CostTerms terms =
        new CostTerms(product, quota.orElseThrow(), costOf.call().text(), List.of(), at);
    List<Cases.Case<Side>> sides = new ArrayList<>();
    for (Cases.Case<Optional<CostTerms.Costed>> each :
        terms.cases(terms.calls().intersect(asserted))) {
      if (each.value().isPresent()) {
        CostTerms.Costed costed = each.value().get();
        if (!costed.missing().isEmpty()) {
          String parameter = costed.missing().iterator().next();
          throw new Undecided(
              "the cost depends on `%s`, of which the claim says nothing".formatted(parameter),
              costOf.span(),
              Optional.of("begin the claim with `for any %s:`".formatted(parameter)));
        }
        sides.add(new Cases.Case<>(each.box(), new Side(costed.cost(), costed.lines())));
      }
    }
    return sides;
  }

  @Override
  public List<Cases.Case<Side>> priceOf(CheckValue.PriceOf priceOf) {
    AddOn addOn = product.addOn(priceOf.addOn().text()).orElseThrow();
    Price price =
        addOn
            .price()
            .orElseThrow(
                () ->
                    new Undecided(
                        "`%s` has no price".formatted(addOn.name()),
                        priceOf.span(),
                        Optional.empty()));
    Attribute held = AllotmentTerms.held(addOn.name());
    if (asserted.side(held).equals(ValueSet.number(0))) {
      throw new Undecided(
          "the price depends on the amount, of which the claim says nothing",
          priceOf.span(),
          Optional.of("begin the claim with `for any amount of %s:`".formatted(addOn.name())));
    }
    Set<Place> lines = new LinkedHashSet<>(List.of(price.place()));
    lines.addAll(price.lines());
    return new PriceTerms(addOn, price)
        .cases(asserted).stream()
            .map(each -> new Cases.Case<>(each.box(), new Side(each.value(), lines)))
            .toList();
  }

  @Override
  public List<Cases.Case<Side>> number(CheckValue.Number number) {
    Formula value = Formula.constant(Rational.of(number.quantity().number().value()));
    return List.of(new Cases.Case<>(asserted, new Side(value, Set.of())));
  }

  @Override
  public List<Cases.Case<Side>> sum(CheckValue.Sum sum) {
    List<Cases.Case<Side>> total = sum.terms().get(0).accept(this);
    for (CheckValue term : sum.terms().subList(1, sum.terms().size())) {
      List<Cases.Case<Side>> joined = new ArrayList<>();
      for (Cases.Case<Side> more : term.accept(this)) {
        for (Cases.Case<Side> before : total) {
          joined(before, more, before.value().value().plus(more.value().value()))
              .ifPresent(joined::add);
        }
      }
      total = joined;
    }
    return total;
  }

  @Override
  public List<Cases.Case<Side>> times(CheckValue.Times times) {
    List<Cases.Case<Side>> product = new ArrayList<>();
    for (Cases.Case<Side> left : times.left().accept(this)) {
      for (Cases.Case<Side> right : times.right().accept(this)) {
        joined(left, right, product(left.value().value(), right.value().value(), times.span()))
            .ifPresent(product::add);
      }
    }
    return product;
  }

  private static Formula product(Formula left, Formula right, Span span) {
    if (left.isConstant()) {
      return right.times(FormulaValue.of(left, Map.of()).orElseThrow());
    } else if (right.isConstant()) {
      return left.times(FormulaValue.of(right, Map.of()).orElseThrow());
    }
    throw new Undecided("this multiplies two values that both vary", span, Optional.empty());
  }

  private static Optional<Cases.Case<Side>> joined(
      Cases.Case<Side> one, Cases.Case<Side> other, Formula value) {
    Box common = one.box().intersect(other.box());
    Set<Place> lines = new LinkedHashSet<>(one.value().lines());
    lines.addAll(other.value().lines());
    return common.isEmpty()
        ? Optional.empty()
        : Optional.of(new Cases.Case<>(common, new Side(value, lines)));
  }
}
