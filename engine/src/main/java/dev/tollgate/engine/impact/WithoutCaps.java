package dev.tollgate.engine.impact;

import dev.tollgate.engine.policy.Allotment;
import dev.tollgate.engine.policy.Contract;
import dev.tollgate.engine.policy.Policy;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Quota;
import dev.tollgate.engine.policy.QuotaVersion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The same terms as if nothing were capped, to find whom a cap holds down. */
final class WithoutCaps {

  private WithoutCaps() {}

  static Policy of(Policy policy) {
    Map<String, Product> products = new LinkedHashMap<>();
    policy.products().forEach((name, product) -> products.put(name, of(product)));
    return new Policy(
        products,
        policy.contracts().stream().map(WithoutCaps::of).toList(),
        policy.files(),
        policy.lines(),
        policy.hash());
  }

  private static Product of(Product product) {
    return new Product(
        product.name(),
        product.title(),
        product.zone(),
        product.units(),
        product.seats(),
        product.facts(),
        product.keys(),
        product.editions(),
        product.calls(),
        product.open(),
        product.quotas().stream().map(WithoutCaps::of).toList(),
        product.addOns(),
        product.rules(),
        product.place());
  }

  private static Quota of(Quota quota) {
    return new Quota(
        quota.product(),
        quota.name(),
        quota.title(),
        quota.unit(),
        quota.counts(),
        quota.countsWhen(),
        quota.scope(),
        quota.window(),
        quota.versions().stream().map(WithoutCaps::of).toList(),
        quota.warnAt(),
        quota.beyond(),
        quota.was(),
        quota.restartsAt(),
        quota.place());
  }

  private static QuotaVersion of(QuotaVersion version) {
    List<Allotment> lines =
        version.allotments().stream()
            .map(
                line ->
                    new Allotment(
                        line.editions(), line.when(), of(line.grant()), line.text(), line.place()))
            .toList();
    return new QuotaVersion(
        version.name(),
        version.title(),
        version.during(),
        lines,
        version.costs(),
        version.failedCallsCost(),
        version.grandfathering(),
        version.place());
  }

  private static Contract of(Contract contract) {
    List<Contract.Granted> granted =
        contract.allotments().stream()
            .map(
                each ->
                    new Contract.Granted(each.quota(), of(each.grant()), each.text(), each.place()))
            .toList();
    return new Contract(
        contract.title(),
        contract.product(),
        contract.account(),
        contract.during(),
        granted,
        contract.costs(),
        contract.keepGreater(),
        contract.place());
  }

  private static Allotment.Grant of(Allotment.Grant grant) {
    return grant instanceof Allotment.Grant.Limit limit
        ? new Allotment.Grant.Limit(limit.amount(), Optional.empty())
        : grant;
  }
}
