package dev.tollgate.engine.suite;

import dev.tollgate.engine.policy.AddOn;
import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.CallCost;
import dev.tollgate.engine.policy.CallSet;
import dev.tollgate.engine.policy.Condition;
import dev.tollgate.engine.policy.Contract;
import dev.tollgate.engine.policy.Cost;
import dev.tollgate.engine.policy.Policy;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Quota;
import dev.tollgate.engine.policy.QuotaVersion;
import dev.tollgate.engine.policy.Rounding;
import dev.tollgate.engine.policy.ValueSet;
import dev.tollgate.engine.policy.ValueType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The part of a policy that a test is about: one product, and of its quotas all or the one that the
 * test names. Each quota has one more call, by which a test consumes a bare amount of it. The names
 * of these calls hold a blank, so no rule file can mean them.
 */
final class JudgedPolicy {

  /** The parameter of the added calls: an amount in steps of the quota's unit. */
  static final String STEPS = "steps consumed";

  private JudgedPolicy() {}

  /** The name of the call that consumes a bare amount of a quota. */
  static String consuming(String quota) {
    return "consume " + quota;
  }

  /**
   * @param only the quota that alone is judged; empty for all quotas of the product
   */
  static Policy of(Policy policy, Product product, Optional<String> only) {
    List<Quota> quotas =
        product.quotas().stream().filter(quota -> judged(quota.name(), only)).toList();
    List<Product.Call> calls = new ArrayList<>(product.calls());
    quotas.forEach(quota -> calls.add(consumingCall(quota)));
    Product judged =
        product.with(
            calls,
            quotas.stream().map(quota -> withConsuming(quota, product)).toList(),
            product.addOns().stream().map(addOn -> on(addOn, only)).toList(),
            product.rules().stream().filter(rule -> judged(rule.quota(), only)).toList());
    List<Contract> contracts =
        policy.contracts().stream()
            .filter(contract -> contract.product().equals(product.name()))
            .map(contract -> on(contract, only))
            .toList();
    return policy.with(Map.of(judged.name(), judged), contracts);
  }

  private static boolean judged(String quota, Optional<String> only) {
    return only.map(quota::equals).orElse(true);
  }

  private static Product.Call consumingCall(Quota quota) {
    Product.Parameter steps =
        new Product.Parameter(STEPS, new ValueType.Count(), OptionalLong.empty(), quota.place());
    return new Product.Call(
        consuming(quota.name()), Map.of(STEPS, steps), OptionalInt.empty(), quota.place());
  }

  private static Quota withConsuming(Quota quota, Product product) {
    String call = consuming(quota.name());
    Set<String> counted = new HashSet<>(quota.counts().declared());
    counted.add(call);
    Condition consumes =
        new Condition.Test(
            Attribute.parameter(STEPS, true), ValueSet.given(true), "consume", Optional.empty());
    return quota.with(
        new CallSet(counted, quota.counts().undeclared()),
        quota.countsWhen().isAlways()
            ? quota.countsWhen()
            : new Condition.Any(List.of(consumes, quota.countsWhen())),
        quota.versions().stream().map(version -> priced(version, quota, product)).toList());
  }

  private static QuotaVersion priced(QuotaVersion version, Quota quota, Product product) {
    List<CallCost> costs = new ArrayList<>();
    costs.add(
        new CallCost(
            new CallSet(Set.of(consuming(quota.name())), false),
            Condition.ALWAYS,
            new Cost.PerGroup(1, 1, STEPS, Rounding.UP),
            "", // no author wrote it, so it is in no receipt
            version.place()));
    costs.addAll(version.costs());
    if (version.costs().isEmpty()) {
      costs.add(everyCallCostsOne(version, quota, product));
    }
    return version.with(version.allotments(), costs);
  }

  /** What a version without a line says; with a first line it has to be written out. */
  private static CallCost everyCallCostsOne(QuotaVersion version, Quota quota, Product product) {
    Set<String> declared = new HashSet<>();
    product.calls().forEach(call -> declared.add(call.name()));
    return new CallCost(
        new CallSet(declared, true),
        Condition.ALWAYS,
        new Cost.Constant(quota.unit().steps(BigDecimal.ONE)),
        "any call costs 1",
        version.place());
  }

  /** An add-on that acts on other quotas alone has no bound here: what bounds it is not judged. */
  private static AddOn on(AddOn addOn, Optional<String> only) {
    List<AddOn.Effect> effects =
        addOn.effects().stream().filter(effect -> judged(effect.quota(), only)).toList();
    return new AddOn(
        addOn.name(),
        addOn.title(),
        addOn.unit(),
        addOn.editions(),
        effects,
        effects.isEmpty() ? Optional.empty() : addOn.most(),
        addOn.needs(),
        addOn.needsAddOn(),
        addOn.bought(),
        addOn.used(),
        addOn.price(),
        addOn.place());
  }

  private static Contract on(Contract contract, Optional<String> only) {
    return contract.with(
        contract.allotments().stream().filter(line -> judged(line.quota(), only)).toList(),
        contract.costs().stream().filter(line -> judged(line.quota(), only)).toList());
  }
}
