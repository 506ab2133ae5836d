package dev.tollgate.engine.coverage;

import dev.tollgate.engine.policy.Policy;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Quota;
import dev.tollgate.engine.policy.QuotaVersion;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** One sort of behaviour. */
interface BehaviourSource {

  /** All of the sort that a product has. */
  List<Behaviour> of(Policy policy, Product product);

  /** What each version of each quota has of it, in the order of the text. */
  static List<Behaviour> ofVersions(
      Product product, BiFunction<Quota, QuotaVersion, Stream<Behaviour>> behaviours) {
    return product.quotas().stream()
        .flatMap(
            quota -> quota.versions().stream().flatMap(version -> behaviours.apply(quota, version)))
        .toList();
  }
}
