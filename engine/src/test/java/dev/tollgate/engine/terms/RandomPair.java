package dev.tollgate.engine.terms;

import dev.tollgate.engine.policy.AddOn;
import dev.tollgate.engine.policy.Contract;
import dev.tollgate.engine.policy.Policy;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Quota;
import dev.tollgate.engine.policy.Rule;
import java.util.List;
import java.util.Optional;

/** Two policies of one product, of which some parts differ: quotas, rules, add-ons, contracts. */
final class RandomPair {

  final RandomPolicy old;
  final Product product;
  final Policy policy;

  RandomPair(long seed) {
    this.old = new RandomPolicy(seed);
    RandomPolicy other = new RandomPolicy(seed * 31 + 7);
    List<Quota> quotas =
        old.product.quotas().stream().map(quota -> perhapsOf(other, quota)).toList();
    List<AddOn> addOns =
        old.chance(80)
            ? old.product.addOns()
            : old.product.addOns().stream()
                .map(addOn -> other.product.addOn(addOn.name()).filter(this::fits).orElse(addOn))
                .toList();
    List<Rule> rules =
        old.chance(70)
            ? old.product.rules()
            : other.product.rules().stream().filter(rule -> isThere(rule.quota())).toList();
    this.product =
        Draft.product("crm", RandomPolicy.EDITIONS, old.product.facts(), quotas, addOns, rules);
    List<Contract> contracts =
        old.chance(60)
            ? old.policy.contracts()
            : other.policy.contracts().stream().filter(this::fits).toList();
    this.policy = Draft.policy(product, contracts.toArray(Contract[]::new));
  }

  private Quota perhapsOf(RandomPolicy other, Quota quota) {
    Optional<Quota> theirs = other.product.quota(quota.name());
    return old.chance(70) ? theirs.orElse(quota) : quota;
  }

  private boolean isThere(String quota) {
    return old.product.quota(quota).isPresent();
  }

  private boolean fits(AddOn addOn) {
    return addOn.effects().stream().allMatch(effect -> isThere(effect.quota()));
  }

  private boolean fits(Contract contract) {
    return contract.allotments().stream().allMatch(granted -> isThere(granted.quota()))
        && contract.costs().stream().allMatch(costs -> isThere(costs.quota()));
  }
}
