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
    return policy.with(products, policy.contracts().stream().map(WithoutCaps::of).toList());
  }

  private static Product of(Product product) {
    List<Quota> quotas = product.quotas().stream().map(WithoutCaps::of).toList();
    return product.with(product.calls(), quotas, product.addOns(), product.rules());
  }

  private static Quota of(Quota quota) {
    List<QuotaVersion> versions = quota.versions().stream().map(WithoutCaps::of).toList();
    return quota.with(quota.counts(), quota.countsWhen(), versions);
  }

  private static QuotaVersion of(QuotaVersion version) {
    List<Allotment> lines =
        version.allotments().stream()
            .map(
                line ->
                    new Allotment(
                        line.editions(), line.when(), of(line.grant()), line.text(), line.place()))
            .toList();
    return version.with(lines, version.costs());
  }

  private static Contract of(Contract contract) {
    List<Contract.Granted> granted =
        contract.allotments().stream()
            .map(
                each ->
                    new Contract.Granted(each.quota(), of(each.grant()), each.text(), each.place()))
            .toList();
    return contract.with(granted, contract.costs());
  }

  private static Allotment.Grant of(Allotment.Grant grant) {
    return grant instanceof Allotment.Grant.Limit limit
        ? new Allotment.Grant.Limit(limit.amount(), Optional.empty())
        : grant;
  }
}
