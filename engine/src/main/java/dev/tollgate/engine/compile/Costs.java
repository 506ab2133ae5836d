package dev.tollgate.engine.compile;

import dev.tollgate.engine.policy.Cost;
import dev.tollgate.engine.policy.Rounding;
import dev.tollgate.engine.policy.Unit;
import dev.tollgate.engine.policy.ValueType;
import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.diagnostic.Span;
import dev.tollgate.grammar.tree.Band;
import dev.tollgate.grammar.tree.Charge;
import dev.tollgate.grammar.tree.Cost.AtLeast;
import dev.tollgate.grammar.tree.Cost.Bands;
import dev.tollgate.grammar.tree.Cost.Fixed;
import dev.tollgate.grammar.tree.Cost.PerParameter;
import dev.tollgate.grammar.tree.Cost.Sum;
import dev.tollgate.grammar.tree.Cost.SumOfCalls;
import dev.tollgate.grammar.tree.Name;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Reads what the calls of one line cost, in whole steps of the quota's unit. */
final class Costs
    implements Charge.Visitor<Optional<Cost>>,
        dev.tollgate.grammar.tree.Cost.Visitor<Optional<Cost>> {

  private final ProductDraft product;
  private final Unit unit;
  private final ChosenCalls calls;

  Costs(ProductDraft product, Unit unit, ChosenCalls calls) {
    this.product = product;
    this.unit = unit;
    this.calls = calls;
  }

  @Override
  public Optional<Cost> costs(Charge.Costs costs) {
    return costs.cost().accept(this);
  }

  @Override
  public Optional<Cost> notCounted(Charge.NotCounted notCounted) {
    return Optional.of(new Cost.NotCounted());
  }

  @Override
  public Optional<Cost> holds(Charge.Holds holds) {
    Optional<Cost> hold = holds.hold().accept(this);
    Optional<Cost> settle = holds.settle().accept(this);
    return hold.flatMap(held -> settle.map(settled -> new Cost.Held(held, settled)));
  }

  @Override
  public Optional<Cost> fixed(Fixed fixed) {
    OptionalLong steps = product.quantities.steps(fixed.quantity(), unit);
    return steps.isEmpty() ? Optional.empty() : Optional.of(new Cost.Constant(steps.getAsLong()));
  }

  @Override
  public Optional<Cost> perParameter(PerParameter per) {
    OptionalLong each = product.quantities.steps(per.each(), unit);
    OptionalLong group =
        per.group()
            .map(number -> product.quantities.whole(number, "group", 1, Long.MAX_VALUE))
            .orElse(OptionalLong.of(1));
    Optional<ParameterDraft> parameter = parameter(per.parameter());
    if (each.isEmpty() || group.isEmpty() || parameter.isEmpty()) {
      return Optional.empty();
    }
    String name = parameter.get().name.text();
    if (!canBeCounted(each.getAsLong(), group.getAsLong(), parameter.get(), per.span())) {
      return Optional.empty();
    }
    Optional<Rounding> rounding =
        switch (per.rounding()) {
          case UP -> Optional.of(Rounding.UP);
          case DOWN -> Optional.of(Rounding.DOWN);
          case NEAREST -> Optional.of(Rounding.NEAREST);
          case PRO_RATA -> Optional.empty();
        };
    return Optional.of(
        rounding.isPresent()
            ? new Cost.PerGroup(each.getAsLong(), group.getAsLong(), name, rounding.get())
            : new Cost.ProRata(each.getAsLong(), group.getAsLong(), name));
  }

  /** Whether the largest call that is allowed costs an amount that fits. */
  private boolean canBeCounted(long each, long group, ParameterDraft parameter, Span span) {
    BigInteger most = BigInteger.valueOf(parameter.most().orElse(0));
    BigInteger groups = Rounding.UP.divide(most, BigInteger.valueOf(group));
    if (groups.multiply(BigInteger.valueOf(each)).bitLength() < Long.SIZE) {
      return true;
    }
    product
        .findings()
        .add(
            DiagnosticCode.NUMBER_TOO_LARGE,
            span,
            "a call with %s `%s` costs more than can be counted"
                .formatted(Wording.number(new BigDecimal(most)), parameter.name.text()));
    return false;
  }

  @Override
  public Optional<Cost> sumOfCalls(SumOfCalls sumOfCalls) {
    Optional<String> single =
        calls.isEvery()
            ? Optional.of("any call")
            : product.calls.values().stream()
                .filter(call -> calls.set().declared().contains(call.name().text()))
                .filter(call -> call.composedOf().isEmpty())
                .map(call -> call.name().text())
                .findFirst();
    if (single.isEmpty() || product.draft.isUnread("calls")) {
      return Optional.of(new Cost.SumOfItsCalls());
    }
    product
        .findings()
        .add(
            Diagnostic.of(
                    DiagnosticCode.NOT_A_COMPOSITE,
                    sumOfCalls.span(),
                    "`%s` has no calls in it".formatted(single.get()))
                .withHint("a call that does is declared `with calls up to N`"));
    return Optional.empty();
  }

  @Override
  public Optional<Cost> sum(Sum sum) {
    List<Cost> read = new ArrayList<>();
    sum.terms().forEach(term -> term.accept(this).ifPresent(read::add));
    return read.size() == sum.terms().size() ? Optional.of(new Cost.Sum(read)) : Optional.empty();
  }

  @Override
  public Optional<Cost> atLeast(AtLeast atLeast) {
    Optional<Cost> cost = atLeast.cost().accept(this);
    OptionalLong least = product.quantities.steps(atLeast.least(), unit);
    return least.isEmpty()
        ? Optional.empty()
        : cost.map(read -> new Cost.AtLeast(read, least.getAsLong()));
  }

  @Override
  public Optional<Cost> bands(Bands bands) {
    Optional<ParameterDraft> parameter = parameter(bands.parameter());
    List<Cost.Band> read = new ArrayList<>();
    OptionalLong beyond = OptionalLong.empty();
    boolean right = parameter.isPresent();
    for (Band band : bands.bands()) {
      OptionalLong steps = product.quantities.steps(band.cost(), unit);
      if (beyond.isPresent()) {
        outOfOrder(band.span(), "nothing can follow `beyond`");
        return Optional.empty();
      } else if (band.to().isEmpty()) {
        beyond = steps;
        right &= steps.isPresent();
        continue;
      }
      OptionalLong to = product.quantities.whole(band.to().get(), "bound", 0, Long.MAX_VALUE);
      if (to.isEmpty() || steps.isEmpty()) {
        right = false;
      } else if (!read.isEmpty() && to.getAsLong() <= read.get(read.size() - 1).to()) {
        outOfOrder(
            band.to().get().span(),
            "`%s` is not above `%s`, the bound before it"
                .formatted(
                    band.to().get().written(), Wording.number(read.get(read.size() - 1).to())));
        right = false;
      } else {
        read.add(
            new Cost.Band(to.getAsLong(), steps.getAsLong(), product.sources().place(band.span())));
      }
    }
    if (!right || !reachTheEnd(bands, read, beyond, parameter.get())) {
      return Optional.empty();
    }
    return Optional.of(new Cost.Banded(parameter.get().name.text(), read, beyond));
  }

  private void outOfOrder(Span span, String rule) {
    product.findings().add(DiagnosticCode.OUT_OF_ORDER, span, rule);
  }

  private boolean reachTheEnd(
      Bands bands, List<Cost.Band> read, OptionalLong beyond, ParameterDraft parameter) {
    long last = read.isEmpty() ? -1 : read.get(read.size() - 1).to();
    if (beyond.isPresent() || parameter.most().orElse(Long.MAX_VALUE) <= last) {
      return true;
    }
    product
        .findings()
        .add(
            Diagnostic.of(
                    DiagnosticCode.BANDS_END,
                    last(bands).map(Band::span).orElse(bands.span()),
                    "nothing is said of `%s` above %s"
                        .formatted(parameter.name.text(), Wording.number(last)))
                .withHint("end with a line such as `beyond 100`"));
    return false;
  }

  private static Optional<Band> last(Bands bands) {
    return bands.bands().stream().reduce((earlier, later) -> later);
  }

  /** The parameter, which each call of the line must have, and as a count. */
  private Optional<ParameterDraft> parameter(Name name) {
    Set<String> here = calls.set().declared();
    Optional<ParameterDraft> found = Optional.empty();
    if (calls.set().undeclared()) {
      unknown(name, "calls that nobody declared", List.of());
      return Optional.empty();
    }
    for (CallDraft call : product.calls.values()) {
      if (!here.contains(call.name().text())) {
        continue;
      }
      found = call.parameter(name.text());
      if (found.isEmpty()) {
        List<Known> known =
            call.parameters().values().stream().map(has -> Known.of(has.name)).toList();
        unknown(name, "`" + call.name().text() + "`", known);
        return Optional.empty();
      }
    }
    return found.filter(parameter -> isCount(parameter, name));
  }

  private void unknown(Name name, String calls, List<Known> known) {
    product.draft.unknowns.use(
        DiagnosticCode.UNKNOWN_PARAMETER, "a parameter of " + calls, name, known);
  }

  private boolean isCount(ParameterDraft parameter, Name use) {
    if (parameter.isUnclear() || parameter.type() instanceof ValueType.Count) {
      return !parameter.isUnclear();
    }
    product
        .findings()
        .add(
            Diagnostic.of(
                    DiagnosticCode.TYPES_DIFFER,
                    use.span(),
                    "`%s` is %s, and a count is needed here"
                        .formatted(use.text(), Types.describe(parameter.type())))
                .withRelated(parameter.name.span(), "declared here"));
    return false;
  }
}
