package dev.tollgate.engine.terms;

import dev.tollgate.engine.policy.AddOn;
import dev.tollgate.engine.policy.Contract;
import dev.tollgate.engine.policy.Policy;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Quota;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Answers which terms of one policy apply to an account at a moment. Rules select what may apply;
 * what it comes to is plain arithmetic. Immutable and safe for use by many threads.
 */
public final class Resolver {

  /** What is prepared once for each product. */
  private record Prepared(
      Selector selector, List<Changes> changes, Map<String, List<Contract>> contracts) {

    List<Contract> contracts(Profile profile) {
      return profile.account().map(id -> contracts.getOrDefault(id, List.of())).orElse(List.of());
    }
  }

  private final Map<String, Prepared> products = new LinkedHashMap<>();

  /** Prepares a policy; takes time in proportion to its clauses. */
  public Resolver(Policy policy) {
    for (Product product : policy.products().values()) {
      List<Changes> changes =
          product.quotas().stream().map(quota -> new Changes(product, quota)).toList();
      Map<String, List<Contract>> contracts = new LinkedHashMap<>();
      policy.contracts().stream()
          .filter(contract -> contract.product().equals(product.name()))
          .forEach(
              contract ->
                  contracts
                      .computeIfAbsent(contract.account(), account -> new ArrayList<>())
                      .add(contract));
      products.put(product.name(), new Prepared(new Selector(product), changes, contracts));
    }
  }

  /**
   * The terms of every quota of a product.
   *
   * @param product one of the policy's
   * @return one for each quota, in the order of the file
   * @throws ArithmeticException if an amount does not fit its unit: a fault of the policy, named
   *     with its place
   */
  public List<Resolved> resolve(Product product, Profile profile, Instant at) {
    Prepared prepared = prepared(product);
    ProfileReadings readings = new ProfileReadings(product, profile);
    List<Contract> contracts = prepared.contracts(profile);
    Selection selection = prepared.selector().select(readings, at, contracts);
    List<Resolved> resolved = new ArrayList<>();
    for (int order = 0; order < product.quotas().size(); order++) {
      Quota quota = product.quotas().get(order);
      Instant validUntil =
          prepared.changes().get(order).next(at, profile.zoneIn(product), contracts);
      Asking asking = new Asking(product, quota, readings, at, selection, Optional.empty());
      resolved.add(new QuotaTerms(asking, validUntil).resolve());
    }
    return resolved;
  }

  /**
   * The profile as far as terms depend on it: without the account unless a contract names it, so
   * that whoever has an equal one has the same terms at every moment.
   *
   * @param product one of the policy's
   */
  public Profile shared(Product product, Profile profile) {
    return prepared(product).contracts(profile).isEmpty() ? profile.ofAnybody() : profile;
  }

  private Prepared prepared(Product product) {
    return Optional.ofNullable(products.get(product.name()))
        .orElseThrow(() -> new IllegalArgumentException(product.name() + " is not in the policy"));
  }

  /**
   * The largest amount of an add-on that an account may hold, whatever it holds of it now.
   *
   * @param product one of the policy's
   * @param addOn one of the product's
   * @throws ArithmeticException as {@link #resolve}
   */
  public Ceiling most(Product product, AddOn addOn, Profile profile, Instant at) {
    Prepared prepared = prepared(product);
    ProfileReadings readings = new ProfileReadings(product, profile);
    Selection selection = prepared.selector().select(readings, at, prepared.contracts(profile));
    return new Purchase(product, addOn, readings, at, selection).ceiling();
  }
}
