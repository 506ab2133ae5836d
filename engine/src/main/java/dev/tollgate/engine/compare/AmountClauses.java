package dev.tollgate.engine.compare;

import dev.tollgate.engine.policy.AddOn;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Quota;
import dev.tollgate.engine.policy.Rule;
import java.util.ArrayList;
import java.util.List;

/** Everything that decides what a quota allots to accounts without a contract, written alike. */
final class AmountClauses {

  private AmountClauses() {}

  /** Equal for two quotas only if they allot the same to everybody. */
  static List<String> of(Product product, Quota quota) {
    List<Object> clauses = new ArrayList<>();
    quota
        .versions()
        .forEach(
            version -> {
              clauses.add(version.during());
              clauses.add(version.grandfathering());
              version.allotments().stream().map(each -> (Object) each).forEach(clauses::add);
            });
    clauses.addAll(rules(product, quota));
    clauses.addAll(addOns(product, quota));
    clauses.add(product.editions());
    clauses.add(product.facts());
    clauses.add(product.zone());
    return clauses.stream().map(each -> CanonicalForm.of(product, each)).toList();
  }

  private static List<Rule> rules(Product product, Quota quota) {
    return product.rules().stream().filter(rule -> rule.quota().equals(quota.name())).toList();
  }

  private static List<AddOn> addOns(Product product, Quota quota) {
    return product.addOns().stream()
        .filter(
            addOn ->
                addOn.effects().stream().anyMatch(effect -> effect.quota().equals(quota.name())))
        .toList();
  }
}
