package dev.tollgate.engine.terms;

import dev.tollgate.engine.policy.Beyond;
import dev.tollgate.engine.policy.Contract;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Quota;
import dev.tollgate.engine.policy.QuotaVersion;
import dev.tollgate.engine.policy.Rule;
import dev.tollgate.engine.policy.Stretch;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The dates at which the terms of one quota may change: where versions, rules, contracts,
 * grandfathering and what happens beyond the limit begin or end.
 */
final class Changes {

  private final Quota quota;
  private final Set<Stretch.Bound> bounds = new LinkedHashSet<>();

  Changes(Product product, Quota quota) {
    this.quota = quota;
    for (QuotaVersion version : quota.versions()) {
      add(version.during(), bounds);
      version.grandfathering().flatMap(QuotaVersion.Grandfathering::until).ifPresent(bounds::add);
    }
    quota.beyond().stream().map(Beyond::during).forEach(stretch -> add(stretch, bounds));
    product.rules().stream()
        .filter(rule -> rule.quota().equals(quota.name()))
        .map(Rule::during)
        .forEach(stretch -> add(stretch, bounds));
  }

  private static void add(Stretch stretch, Set<Stretch.Bound> bounds) {
    stretch.from().ifPresent(bounds::add);
    stretch.until().ifPresent(bounds::add);
  }

  /**
   * The first change after a moment.
   *
   * @param contracts all contracts of the account
   * @param zone the account's, in which a day begins
   * @return {@link Instant#MAX} when there is none
   */
  Instant next(Instant at, ZoneId zone, List<Contract> contracts) {
    Instant next = Instant.MAX;
    for (Stretch.Bound bound : bounds) {
      next = earlier(bound, zone, at, next);
    }
    for (Contract contract : contracts) {
      if (concernsQuota(contract)) {
        Stretch during = contract.during();
        next = during.from().isPresent() ? earlier(during.from().get(), zone, at, next) : next;
        next = during.until().isPresent() ? earlier(during.until().get(), zone, at, next) : next;
      }
    }
    return next;
  }

  private static Instant earlier(Stretch.Bound bound, ZoneId zone, Instant at, Instant next) {
    Instant change = bound.in(zone);
    return at.isBefore(change) && change.isBefore(next) ? change : next;
  }

  private boolean concernsQuota(Contract contract) {
    return contract.allotments().stream().anyMatch(granted -> granted.quota().equals(quota.name()))
        || contract.costs().stream().anyMatch(costs -> costs.quota().equals(quota.name()));
  }
}
