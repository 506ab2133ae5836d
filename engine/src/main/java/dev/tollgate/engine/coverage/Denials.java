package dev.tollgate.engine.coverage;

import dev.tollgate.engine.compare.Region;
import dev.tollgate.engine.policy.Allotment;
import dev.tollgate.engine.policy.Amount;
import dev.tollgate.engine.policy.Beyond;
import dev.tollgate.engine.policy.Policy;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Quota;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What happens when a quota is used up: it denies, or lets through. */
final class Denials implements BehaviourSource {

  private static final BigDecimal ALL = BigDecimal.valueOf(100);

  @Override
  public List<Behaviour> of(Policy policy, Product product) {
    List<Behaviour> behaviours = new ArrayList<>();
    UseDrafts drafts = new UseDrafts(product);
    for (Quota quota : product.quotas()) {
      if (hasLimit(quota)) {
        quota.beyond().forEach(beyond -> addAll(quota, beyond, drafts, behaviours));
      }
    }
    return behaviours;
  }

  /** A quota without a limit is never used up. */
  private static boolean hasLimit(Quota quota) {
    return quota.versions().stream()
        .flatMap(version -> version.allotments().stream())
        .map(Allotment::grant)
        .anyMatch(
            grant ->
                !(grant instanceof Allotment.Grant.Limit limit
                    && limit.amount() instanceof Amount.NoLimit));
  }

  private static void addAll(
      Quota quota, Beyond beyond, UseDrafts drafts, List<Behaviour> behaviours) {
    if (beyond instanceof Beyond.Deny deny) {
      behaviours.add(denies(quota, deny, deny.denial(), ALL, drafts));
    } else if (beyond instanceof Beyond.AllowUpTo allow) {
      behaviours.add(letsThrough(quota, allow, drafts));
      behaviours.add(denies(quota, allow, allow.then(), ALL.add(allow.percent()), drafts));
    } else {
      behaviours.add(letsThrough(quota, beyond, drafts));
    }
  }

  private static Behaviour denies(
      Quota quota, Beyond beyond, Beyond.Denial denial, BigDecimal percent, UseDrafts drafts) {
    Item item = new Item(ItemKind.DENIAL, quota.id(), beyond.place(), "a call is denied");
    return new Behaviour(
        item,
        seen ->
            seen.product().equals(quota.product())
                && isInForce(beyond, seen)
                && seen.denied()
                    .filter(denied -> denied.quota().equals(quota.name()))
                    .filter(denied -> denied.code().equals(denial.code()))
                    .filter(denied -> denied.message().equals(denial.message()))
                    .isPresent(),
        trial ->
            drafts.of(
                item,
                new Clause(quota.name()),
                quota,
                Region.of(beyond.when()),
                new UseDrafts.Use(beyond.during(), percent, true, "denied until forever"),
                trial));
  }

  private static Behaviour letsThrough(Quota quota, Beyond beyond, UseDrafts drafts) {
    Item item = new Item(ItemKind.DENIAL, quota.id(), beyond.place(), "a call is let through");
    return new Behaviour(
        item,
        seen ->
            seen.product().equals(quota.product())
                && isInForce(beyond, seen)
                && seen.amounts().contains(quota.name())
                && seen.states().stream()
                    .filter(state -> state.quota().equals(quota.name()))
                    .anyMatch(state -> state.beyond().isPresent()),
        trial ->
            drafts.of(
                item,
                new Clause(quota.name()),
                quota,
                Region.of(beyond.when()),
                new UseDrafts.Use(beyond.during(), ALL, true, "beyond 0"),
                trial));
  }

  private static boolean isInForce(Beyond beyond, Observation seen) {
    return beyond.during().contains(seen.at(), seen.zone());
  }
}
