package dev.tollgate.engine.compare;

import dev.tollgate.engine.policy.Contract;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Quota;
import dev.tollgate.engine.policy.QuotaVersion;
import dev.tollgate.engine.policy.Rule;
import dev.tollgate.engine.policy.Stretch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The stretches of time within which the terms of a quota stay as they are. */
public final class TermDates {

  private final SortedSet<Instant> changes = new TreeSet<>();

  /** Adds the dates at which versions, rules and grandfathering begin and end. */
  public TermDates add(Product product, Quota quota) {
    for (QuotaVersion version : quota.versions()) {
      add(version.during(), product);
      version
          .grandfathering()
          .flatMap(QuotaVersion.Grandfathering::until)
          .ifPresent(until -> changes.add(until.in(product.zone())));
    }
    product.rules().stream()
        .filter(rule -> rule.quota().equals(quota.name()))
        .map(Rule::during)
        .forEach(during -> add(during, product));
    return this;
  }

  /** Adds the dates at which contracts begin and end. */
  TermDates add(List<Contract> contracts, Product product) {
    contracts.forEach(contract -> add(contract.during(), product));
    return this;
  }

  /** Adds the dates at which something begins and ends. */
  public TermDates add(Stretch during, Product product) {
    during.from().ifPresent(from -> changes.add(from.in(product.zone())));
    during.until().ifPresent(until -> changes.add(until.in(product.zone())));
    return this;
  }

  /** The first moment of each stretch; of the first one, which has always been, its last. */
  public List<Instant> moments() {
    List<Instant> moments = new ArrayList<>(changes);
    moments.add(0, changes.isEmpty() ? Instant.EPOCH : changes.first().minusMillis(1));
    return moments;
  }
}
