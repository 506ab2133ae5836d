package dev.tollgate.engine.compare;

import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.CallCost;
import dev.tollgate.engine.policy.Contract;
import dev.tollgate.engine.policy.Cost;
import dev.tollgate.engine.policy.Place;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Quota;
import dev.tollgate.engine.policy.QuotaVersion;
import dev.tollgate.engine.policy.Rule;
import dev.tollgate.engine.policy.ValueSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What one call consumes of one quota at one moment, as formulas of its parameters, for all
 * accounts and calls at once.
 *
 * <p>Worked example: {@code 1 per 10 records} is records ÷ 10, rounded up.
 *
 * @param call a declared one, or any other word where the product takes undeclared calls
 * @param contracts those of the account that are in force at the moment; none for everybody else
 * @param at dates begin in the product's zone
 */
public record CostTerms(
    Product product, Quota quota, String call, List<Contract> contracts, Instant at) {

  /**
   * What a call comes to.
   *
   * @param counted whether the quota counts it at all; otherwise it costs 0
   * @param missing parameters without which there is no cost; the formula then means nothing
   * @param lines where it is written
   */
  public record Costed(Formula cost, boolean counted, Set<String> missing, Set<Place> lines) {}

  public CostTerms {
    contracts = List.copyOf(contracts);
  }

  /** All accounts and all such calls, through any channel and with any keys. */
  public Box calls() {
    Map<Attribute, ValueSet> sides = new LinkedHashMap<>(Domain.ofAccounts(product).sides());
    product
        .call(call)
        .map(Product.Call::parameters)
        .orElse(Map.of())
        .values()
        .forEach(parameter -> sides.put(attribute(parameter), values(parameter)));
    return new Box(sides);
  }

  /** The attribute of a parameter. */
  public static Attribute attribute(Product.Parameter parameter) {
    return Attribute.parameter(parameter.name(), parameter.type().isNumber());
  }

  /** What a call may state for a parameter, and that it states none. */
  static ValueSet values(Product.Parameter parameter) {
    boolean number = parameter.type().isNumber();
    ValueSet values = Domain.values(parameter.type());
    if (parameter.most().isPresent() && number) {
      values = values.intersect(ValueSet.between(0, parameter.most().getAsLong()));
    }
    return values.union(notGiven(attribute(parameter)));
  }

  /** That it is not there. */
  static ValueSet notGiven(Attribute attribute) {
    boolean number = attribute.number();
    return ValueSet.everything(number).minus(ValueSet.given(number));
  }

  /**
   * What the version in force says; empty where none is in force.
   *
   * @param box some of {@link #calls}
   * @throws Inexact if a cost is no formula
   * @throws TooFine if the calls fall apart into very many cases
   */
  public List<Cases.Case<Optional<Costed>>> cases(Box box) {
    return cases(box, Optional.empty());
  }

  /**
   * The same.
   *
   * @param parts what stands for the sum of the calls inside a call
   */
  List<Cases.Case<Optional<Costed>>> cases(Box box, Optional<Formula> parts) {
    return Cases.of(
        box,
        judge ->
            quota.versions().stream()
                .filter(version -> version.during().contains(at, product.zone()))
                .findFirst()
                .map(version -> costed(version, judge, parts)));
  }

  /** Whether a contract states what some of these calls cost. */
  boolean isAgreed() {
    boolean declared = product.call(call).isPresent();
    return contracts.stream()
        .flatMap(contract -> contract.costs().stream())
        .filter(costs -> costs.quota().equals(quota.name()))
        .anyMatch(costs -> costs.cost().calls().contains(call, declared));
  }

  private Costed costed(QuotaVersion version, Cases.Judge judge, Optional<Formula> parts) {
    boolean declared = product.call(call).isPresent();
    if (!quota.counts().contains(call, declared) || !judge.holds(quota.countsWhen())) {
      return new Costed(Formula.ZERO, false, Set.of(), Set.of(quota.place()));
    }
    for (CallCost line : lines(version, judge)) {
      if (line.calls().contains(call, declared) && judge.holds(line.when())) {
        CostFormula formula = new CostFormula(quota.unit(), line.place(), judge, parts);
        boolean counted = !(line.cost() instanceof Cost.NotCounted);
        return new Costed(
            line.cost().accept(formula),
            counted,
            new LinkedHashSet<>(formula.missing()),
            Set.of(line.place()));
      }
    }
    return new Costed(Formula.constant(Rational.of(1)), true, Set.of(), Set.of(version.place()));
  }

  /** Contracts come before rules, and rules before the table. */
  private List<CallCost> lines(QuotaVersion version, Cases.Judge judge) {
    List<CallCost> lines = new ArrayList<>();
    contracts.stream()
        .flatMap(contract -> contract.costs().stream())
        .filter(costs -> costs.quota().equals(quota.name()))
        .forEach(costs -> lines.add(costs.cost()));
    AllotmentTerms terms = new AllotmentTerms(product, quota, "", contracts, at);
    for (Rule rule : terms.rules(judge, Rule.Effect.SetCost.class::isInstance)) {
      for (Rule.Effect effect : rule.effects()) {
        if (effect instanceof Rule.Effect.SetCost set) {
          lines.add(set.cost());
        }
      }
    }
    lines.addAll(version.costs());
    return lines;
  }
}
