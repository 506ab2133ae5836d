package dev.tollgate.engine.compare;

import dev.tollgate.engine.policy.AddOn;
import dev.tollgate.engine.policy.Rule;
import java.util.ArrayList;
import java.util.List;

/** Everything that decides what a quota allots to accounts without a contract, written alike. */
final class AmountClauses {

  private AmountClauses() {}

  /** Equal for two quotas only if they allot the same to everybody. */
  static List<String> of(QuotaChanges.Pair side) {
    List<Object> clauses = new ArrayList<>();
    side.quota()
        .versions()
        .forEach(
            version -> {
              clauses.add(version.during());
              clauses.add(version.grandfathering());
              version.allotments().stream().map(each -> (Object) each).forEach(clauses::add);
            });
    clauses.addAll(rules(side));
    clauses.addAll(addOns(side));
    clauses.add(side.product().editions());
    clauses.add(side.product().facts());
    clauses.add(side.product().zone());
    return clauses.stream().map(each -> CanonicalForm.of(side.product(), each)).toList();
  }

  private static List<Rule> rules(QuotaChanges.Pair side) {
    return side.product().rules().stream()
        .filter(rule -> rule.quota().equals(side.quota().name()))
        .toList();
  }

  private static List<AddOn> addOns(QuotaChanges.Pair side) {
    return side.product().addOns().stream()
        .filter(
            addOn ->
                addOn.effects().stream()
                    .anyMatch(effect -> effect.quota().equals(side.quota().name())))
        .toList();
  }
}
