package dev.tollgate.engine.impact;

import dev.tollgate.engine.compare.AllotmentTerms;
import dev.tollgate.engine.policy.Contract;
import dev.tollgate.engine.policy.Policy;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Quota;
import dev.tollgate.engine.policy.Stretch;
import dev.tollgate.engine.terms.Entitlement;
import dev.tollgate.engine.terms.NotInForce;
import dev.tollgate.engine.terms.Profile;
import dev.tollgate.engine.terms.Resolved;
import dev.tollgate.engine.terms.Resolver;
import dev.tollgate.engine.terms.Undecided;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The limits of one product at one moment, as {@link Resolver} works them out: by formulas that
 * were prepared once, and by the resolver itself where something is not known or is no formula.
 * Safe for use by many threads.
 */
final class Limits {

  /** What decides a limit is not known. */
  static final long UNDECIDED = -1;

  /** It comes to more than can be counted. */
  static final long UNCOUNTABLE = -2;

  /**
   * Accounts with the same formulas.
   *
   * @param contracts whose they are; empty for everybody without one
   */
  private record Group(String edition, String contracts, ZoneId zone) {}

  private final Policy policy;
  private final Product product;
  private final Instant at;
  private final Slots slots;
  private final Set<String> withContract;
  private final Set<Stretch.Bound> bounds = new LinkedHashSet<>();
  private final Map<Group, List<PreparedAllotment>> prepared = new ConcurrentHashMap<>();
  private final Map<ZoneId, ZoneId> zones = new ConcurrentHashMap<>();
  private Optional<Resolver> resolver = Optional.empty();

  Limits(Policy policy, Product product, Instant at) {
    this.policy = policy;
    this.product = product;
    this.at = at;
    this.slots = new Slots(product);
    this.withContract =
        Set.copyOf(
            policy.contracts().stream()
                .filter(contract -> contract.product().equals(product.name()))
                .map(Contract::account)
                .toList());
    product.rules().forEach(rule -> add(rule.during()));
    policy.contracts().forEach(contract -> add(contract.during()));
    product.quotas().stream()
        .flatMap(quota -> quota.versions().stream())
        .forEach(
            version -> {
              add(version.during());
              version.grandfathering().flatMap(clause -> clause.until()).ifPresent(bounds::add);
            });
  }

  private void add(Stretch stretch) {
    stretch.from().ifPresent(bounds::add);
    stretch.until().ifPresent(bounds::add);
  }

  Product product() {
    return product;
  }

  Slots slots() {
    return slots;
  }

  boolean hasContract(String account) {
    return withContract.contains(account);
  }

  /**
   * Works out the limits that formulas can say.
   *
   * @param account its id
   * @param limits where they go, in the order of the quotas; {@link #UNDECIDED} for the others
   */
  void prepared(String account, String edition, ZoneId zone, Values values, long[] limits) {
    String whose = hasContract(account) ? account : "";
    Group group = new Group(edition, whose, zones.computeIfAbsent(zone, this::representative));
    List<PreparedAllotment> all = prepared.get(group);
    if (all == null) {
      all = prepared.computeIfAbsent(group, this::prepare);
    }
    for (int order = 0; order < all.size(); order++) {
      limits[order] = all.get(order).at(values);
    }
  }

  /** In most zones the same clauses are in force as in the product's. */
  private ZoneId representative(ZoneId zone) {
    boolean same =
        bounds.stream()
            .allMatch(
                bound -> at.isBefore(bound.in(zone)) == at.isBefore(bound.in(product.zone())));
    return same ? product.zone() : zone;
  }

  private List<PreparedAllotment> prepare(Group group) {
    Product there = product.in(group.zone());
    List<Contract> contracts =
        policy.contracts().stream()
            .filter(contract -> contract.product().equals(product.name()))
            .filter(contract -> contract.account().equals(group.contracts()))
            .filter(contract -> contract.during().contains(at, group.zone()))
            .toList();
    List<PreparedAllotment> all = new ArrayList<>();
    for (Quota quota : there.quotas()) {
      all.add(
          PreparedAllotment.of(
              new AllotmentTerms(there, quota, group.edition(), contracts, at), slots));
    }
    return all;
  }

  /** Takes time to prepare, and most fleets need none. */
  private synchronized Resolver resolver() {
    Resolver known = resolver.orElseGet(() -> new Resolver(policy));
    resolver = Optional.of(known);
    return known;
  }

  /** Works out all limits of an account, however long it takes. */
  long[] resolved(Profile profile) {
    List<Resolved> all;
    try {
      all = resolver().resolve(product, profile, at);
    } catch (ArithmeticException tooMuch) {
      long[] none = new long[product.quotas().size()];
      java.util.Arrays.fill(none, UNCOUNTABLE);
      return none;
    }
    return all.stream().mapToLong(terms -> terms.accept(new Available())).toArray();
  }

  private record Available() implements Resolved.Visitor<Long> {

    @Override
    public Long visitEntitlement(Entitlement entitlement) {
      return entitlement.available();
    }

    @Override
    public Long visitUndecided(Undecided undecided) {
      return UNDECIDED;
    }

    @Override
    public Long visitNotInForce(NotInForce notInForce) {
      return dev.tollgate.engine.policy.Unit.UNLIMITED;
    }
  }
}
