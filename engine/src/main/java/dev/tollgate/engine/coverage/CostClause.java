package dev.tollgate.engine.coverage;

import dev.tollgate.engine.compare.Region;
import dev.tollgate.engine.policy.CallCost;
import dev.tollgate.engine.policy.Contract;
import dev.tollgate.engine.policy.Policy;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Quota;
import dev.tollgate.engine.policy.QuotaVersion;
import dev.tollgate.engine.policy.Rule;
import dev.tollgate.engine.policy.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A cost line and when it is in force.
 *
 * @param above lines that are tried before it
 * @param whom accounts for which it is in force
 * @param change of such an account
 */
record CostClause(
    Quota quota,
    CallCost line,
    List<CallCost> above,
    Stretch during,
    Region whom,
    UnaryOperator<Person> change) {

  CostClause {
    above = List.copyOf(above);
  }

  /** The same at another time. */
  CostClause during(Stretch other) {
    return new CostClause(quota, line, above, other, whom, change);
  }

  /** All of a product: those of versions, of rules and of contracts. */
  static List<CostClause> of(Policy policy, Product product) {
    List<CostClause> clauses = new ArrayList<>();
    for (Quota quota : product.quotas()) {
      for (QuotaVersion version : quota.versions()) {
        List<CallCost> costs = version.costs();
        for (int i = 0; i < costs.size(); i++) {
          clauses.add(
              new CostClause(
                  quota,
                  costs.get(i),
                  costs.subList(0, i),
                  version.during(),
                  Region.everything(),
                  UnaryOperator.identity()));
        }
      }
    }
    product.rules().forEach(rule -> addAll(product, rule, clauses));
    Contracts.ofProduct(policy, product).forEach(contract -> addAll(product, contract, clauses));
    return clauses;
  }

  private static void addAll(Product product, Rule rule, List<CostClause> clauses) {
    List<CallCost> above = new ArrayList<>();
    for (Rule.Effect effect : rule.effects()) {
      if (effect instanceof Rule.Effect.SetCost set) {
        clauses.add(
            new CostClause(
                product.quota(rule.quota()).orElseThrow(),
                set.cost(),
                above,
                rule.during(),
                Region.of(rule.when()),
                UnaryOperator.identity()));
        above.add(set.cost());
      }
    }
  }

  private static void addAll(Product product, Contract contract, List<CostClause> clauses) {
    List<CallCost> above = new ArrayList<>();
    for (Contract.Costs costs : contract.costs()) {
      clauses.add(
          new CostClause(
              product.quota(costs.quota()).orElseThrow(),
              costs.cost(),
              above,
              contract.during(),
              Region.everything(),
              person -> person.called(contract.account())));
      above.add(costs.cost());
    }
  }

  /** Accounts and calls of one name for which the line decides. */
  Region decides(String call, boolean declared) {
    Region region = whom.intersect(Region.of(line.when())).intersect(Region.of(quota.countsWhen()));
    for (CallCost earlier : above) {
      if (earlier.calls().contains(call, declared)) {
        region = region.minus(Region.of(earlier.when()));
      }
    }
    return region;
  }
}
