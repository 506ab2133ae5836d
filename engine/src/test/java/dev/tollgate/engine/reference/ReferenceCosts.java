package dev.tollgate.engine.reference;

import dev.tollgate.grammar.tree.Band;
import dev.tollgate.grammar.tree.CallChoice;
import dev.tollgate.grammar.tree.CallCost;
import dev.tollgate.grammar.tree.Charge;
import dev.tollgate.grammar.tree.Cost;
import dev.tollgate.grammar.tree.Numeral;
import dev.tollgate.grammar.tree.Rounding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** Finds the cost line of a call and evaluates it. */
final class ReferenceCosts {

  private final Clauses clauses;
  private final ReferenceAccount account;
  private final int decimals;

  ReferenceCosts(Clauses clauses, ReferenceAccount account, int decimals) {
    this.clauses = clauses;
    this.account = account;
    this.decimals = decimals;
  }

  /** What the call costs; empty when it is not counted; 1 where there is no table. */
  Optional<BigDecimal> of(ReferenceCall call, List<CallCost> agreed, List<CallCost> table) {
    Optional<CallCost> line = first(call, agreed).or(() -> first(call, table));
    if (line.isEmpty() && table.isEmpty()) {
      return Optional.of(BigDecimal.ONE);
    }
    return line.orElseThrow().charge() instanceof Charge.Costs costs
        ? Optional.of(of(costs.cost(), call))
        : Optional.empty();
  }

  private Optional<CallCost> first(ReferenceCall call, List<CallCost> lines) {
    ReferenceConditions conditions = new ReferenceConditions(clauses, account, Optional.of(call));
    return lines.stream()
        .filter(line -> names(line.calls(), call.name()) && conditions.hold(line.when()))
        .findFirst();
  }

  static boolean names(CallChoice choice, String call) {
    if (!(choice instanceof CallChoice.Named named)) {
      return true;
    }
    return named.names().stream()
        .anyMatch(name -> call.matches(name.text().replace(".", "\\.").replace("*", ".*")));
  }

  private BigDecimal of(Cost cost, ReferenceCall call) {
    if (cost instanceof Cost.Fixed fixed) {
      return fixed.quantity().number().value();
    }
    if (cost instanceof Cost.Sum sum) {
      return sum.terms().stream()
          .map(term -> of(term, call))
          .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
    if (cost instanceof Cost.AtLeast atLeast) {
      return of(atLeast.cost(), call).max(atLeast.least().number().value());
    }
    if (cost instanceof Cost.PerParameter per) {
      return perParameter(per, number(call, per.parameter().text()));
    }
    if (cost instanceof Cost.Bands bands) {
      BigDecimal value = number(call, bands.parameter().text());
      for (Band band : bands.bands()) {
        if (band.to().isEmpty() || value.compareTo(band.to().get().value()) <= 0) {
          return band.cost().number().value();
        }
      }
    }
    throw new IllegalArgumentException("random policies have no such cost: " + cost);
  }

  private BigDecimal perParameter(Cost.PerParameter per, BigDecimal value) {
    BigDecimal group = per.group().map(Numeral::value).orElse(BigDecimal.ONE);
    BigDecimal each = per.each().number().value();
    if (per.rounding() == Rounding.PRO_RATA) {
      return each.multiply(value).divide(group, decimals, RoundingMode.CEILING);
    }
    return each.multiply(value.divide(group, 0, ReferenceAmounts.mode(per.rounding())));
  }

  /** The parameter, or its plural where the text says `per record`. */
  private static BigDecimal number(ReferenceCall call, String parameter) {
    Object value = call.params().getOrDefault(parameter, call.params().get(parameter + "s"));
    return (BigDecimal) value;
  }
}
