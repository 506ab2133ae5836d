package dev.tollgate.engine.terms;

import dev.tollgate.engine.policy.AddOn;
import dev.tollgate.engine.policy.Allotment;
import dev.tollgate.engine.policy.Amount;
import dev.tollgate.engine.policy.CallCost;
import dev.tollgate.engine.policy.Condition;
import dev.tollgate.engine.policy.Condition.Truth;
import dev.tollgate.engine.policy.Contract;
import dev.tollgate.engine.policy.Policy;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Quota;
import dev.tollgate.engine.policy.QuotaVersion;
import dev.tollgate.engine.policy.Rounding;
import dev.tollgate.engine.policy.Rule;
import dev.tollgate.engine.policy.Stretch;
import dev.tollgate.engine.policy.Value;
import dev.tollgate.engine.policy.ValueType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The terms of an account as a reader would work them out: go through the text from top to bottom
 * and ask of each clause whether it applies. It knows no rule engine and shares no code with what
 * it is held against, and it answers only for accounts of which everything is known.
 *
 * <p>An amount that is empty has no end.
 */
record PlainTerms(Policy policy, Product product, Profile profile, Instant at) {

  /** What a quota comes to. */
  record Limits(
      String version,
      Optional<BigDecimal> available,
      Optional<BigDecimal> included,
      Optional<BigDecimal> room,
      List<String> costs) {}

  Optional<Limits> limits(Quota quota) {
    Optional<QuotaVersion> inForce =
        quota.versions().stream().filter(version -> now(version.during())).findFirst();
    return inForce.map(version -> limits(quota, version));
  }

  private Limits limits(Quota quota, QuotaVersion version) {
    List<Contract> contracts =
        policy.contracts().stream()
            .filter(contract -> contract.product().equals(product.name()))
            .filter(contract -> profile.account().equals(Optional.of(contract.account())))
            .filter(contract -> now(contract.during()))
            .toList();
    Optional<Contract> allots =
        contracts.stream().filter(contract -> granted(contract, quota).isPresent()).findFirst();
    Limits terms =
        limits(
            quota,
            version.name(),
            allots.flatMap(contract -> granted(contract, quota)).or(() -> line(version)));
    boolean ended = allots.isPresent() && !allots.get().keepGreater();
    if (version.grandfathering().isPresent() && !ended) {
      QuotaVersion.Grandfathering grandfathering = version.grandfathering().get();
      QuotaVersion old =
          quota.versions().stream()
              .filter(other -> other.name().equals(grandfathering.version()))
              .findFirst()
              .orElseThrow();
      if (now(new Stretch(Optional.empty(), grandfathering.until()))
          && holds(grandfathering.accounts())) {
        Limits before = limits(quota, old.name(), line(old));
        terms = greater(before.available(), terms.available()) ? before : terms;
      }
    }
    Stream<CallCost> costs =
        Stream.of(
                contracts.stream()
                    .flatMap(contract -> contract.costs().stream())
                    .filter(costs1 -> costs1.quota().equals(quota.name()))
                    .map(Contract.Costs::cost),
                rules(quota).stream()
                    .flatMap(rule -> rule.effects().stream())
                    .filter(effect -> effect instanceof Rule.Effect.SetCost)
                    .map(effect -> ((Rule.Effect.SetCost) effect).cost()),
                version.costs().stream())
            .flatMap(lines -> lines);
    return new Limits(
        terms.version(),
        terms.available(),
        terms.included(),
        terms.room(),
        costs.map(CallCost::text).toList());
  }

  private static Optional<Allotment.Grant> granted(Contract contract, Quota quota) {
    return contract.allotments().stream()
        .filter(granted -> granted.quota().equals(quota.name()))
        .map(Contract.Granted::grant)
        .findFirst();
  }

  private Optional<Allotment.Grant> line(QuotaVersion version) {
    return version.allotments().stream()
        .filter(line -> line.editions().contains(profile.edition()) && holds(line.when()))
        .map(Allotment::grant)
        .findFirst();
  }

  private List<Rule> rules(Quota quota) {
    List<Rule> applying = new ArrayList<>();
    for (Rule rule : product.rules()) {
      if (applies(rule, quota)) {
        applying.add(rule);
      }
    }
    return applying;
  }

  private boolean applies(Rule rule, Quota quota) {
    if (!rule.quota().equals(quota.name()) || !now(rule.during()) || !holds(rule.when())) {
      return false;
    }
    for (Rule other : product.rules()) {
      boolean overrides = other != rule && other.overrides().equals(Optional.of(rule.title()));
      if (overrides && applies(other, quota)) {
        return false;
      }
    }
    return true;
  }

  private Limits limits(Quota quota, String version, Optional<Allotment.Grant> grant) {
    Allotment.Grant.Limit limit =
        (Allotment.Grant.Limit) grant.orElseGet(() -> Draft.limit(Draft.number(0, 1)));
    Optional<BigDecimal> sum = amount(limit.amount());
    List<Rule.Effect> effects =
        rules(quota).stream().flatMap(rule -> rule.effects().stream()).toList();
    List<Rule.Effect> reversed = new ArrayList<>(effects);
    java.util.Collections.reverse(reversed);
    for (Rule.Effect effect : reversed) {
      if (effect instanceof Rule.Effect.SetTo set) {
        sum = amount(set.amount());
      }
    }
    for (Rule.Effect effect : effects) {
      if (effect instanceof Rule.Effect.Add add) {
        sum = sum(sum, amount(add.amount()));
      }
    }
    Optional<BigDecimal> extended = extended(quota, sum);
    Optional<BigDecimal> cap = limit.cap().flatMap(this::amount);
    Optional<BigDecimal> room =
        cap.map(
            most ->
                extended
                    .map(all -> most.subtract(all).max(BigDecimal.ZERO))
                    .orElse(BigDecimal.ZERO));
    Optional<BigDecimal> available = least(extended, cap);
    return new Limits(version, available, least(least(sum, cap), available), room, List.of());
  }

  private Optional<BigDecimal> extended(Quota quota, Optional<BigDecimal> before) {
    Optional<BigDecimal> sum = before;
    Optional<BigDecimal> raised = Optional.of(BigDecimal.ZERO);
    Optional<BigDecimal> added = Optional.of(BigDecimal.ZERO);
    for (AddOn addOn : product.addOns()) {
      for (AddOn.Effect effect : acts(addOn) ? addOn.effects() : List.<AddOn.Effect>of()) {
        if (!effect.quota().equals(quota.name())) {
          continue;
        }
        BigDecimal held = BigDecimal.valueOf(profile.addOns().get(addOn.name()).amount());
        if (effect instanceof AddOn.Effect.Sets sets) {
          sum = amount(sets.to());
        } else if (effect instanceof AddOn.Effect.Raises raises) {
          Optional<BigDecimal> to = amount(raises.to());
          raised = greater(to, raised) ? to : raised;
        } else if (effect instanceof AddOn.Effect.AddsEach each) {
          added = sum(added, amount(each.each()).map(held::multiply));
        } else {
          added = sum(added, Optional.of(held));
        }
      }
    }
    return sum(greater(raised, sum) ? raised : sum, added);
  }

  private boolean acts(AddOn addOn) {
    return holds(addOn.name())
        && addOn.editions().contains(profile.edition())
        && addOn.needsAddOn().map(this::holds).orElse(true)
        && holds(addOn.needs());
  }

  private boolean holds(String addOn) {
    return Optional.ofNullable(profile.addOns().get(addOn))
        .map(holding -> holding.amount() > 0)
        .orElse(false);
  }

  private boolean now(Stretch stretch) {
    return stretch.contains(at, profile.zone().orElse(product.zone()));
  }

  private boolean holds(Condition condition) {
    Truth truth = condition.judge(new ProfileReadings(product, profile));
    if (truth == Truth.UNKNOWN) {
      throw new IllegalStateException("not everything is known of " + profile);
    }
    return truth == Truth.TRUE;
  }

  private static boolean greater(Optional<BigDecimal> a, Optional<BigDecimal> b) {
    return b.isPresent() && (a.isEmpty() || a.get().compareTo(b.get()) > 0);
  }

  private static Optional<BigDecimal> least(Optional<BigDecimal> a, Optional<BigDecimal> b) {
    return greater(a, b) ? b : a;
  }

  private static Optional<BigDecimal> sum(Optional<BigDecimal> a, Optional<BigDecimal> b) {
    return a.flatMap(one -> b.map(one::add));
  }

  private Optional<BigDecimal> amount(Amount amount) {
    if (amount instanceof Amount.Constant constant) {
      return Optional.of(constant.value());
    }
    if (amount instanceof Amount.NoLimit) {
      return Optional.empty();
    }
    if (amount instanceof Amount.PerSeat perSeat) {
      long seats = profile.seats().getOrDefault(perSeat.seat(), 0L);
      long counted = seats > perSeat.above() ? seats - perSeat.above() : 0;
      return Optional.of(perSeat.each().multiply(BigDecimal.valueOf(counted)));
    }
    if (amount instanceof Amount.FactValue factValue) {
      Product.Fact fact = product.fact(factValue.fact()).orElseThrow();
      Map<String, Value> facts = profile.facts();
      Value value =
          facts.containsKey(fact.name())
              ? facts.get(fact.name())
              : fact.unlessStated().orElseThrow();
      BigDecimal steps = BigDecimal.valueOf(((Value.Number) value).steps());
      BigDecimal one =
          fact.type() instanceof ValueType.Percent ? new BigDecimal("1e8") : BigDecimal.ONE;
      return Optional.of(steps.divide(one));
    }
    if (amount instanceof Amount.Sum sum) {
      return sum.parts().stream()
          .map(this::amount)
          .reduce(Optional.of(BigDecimal.ZERO), PlainTerms::sum);
    }
    if (amount instanceof Amount.Times times) {
      Optional<BigDecimal> left = amount(times.left());
      Optional<BigDecimal> right = amount(times.right());
      return left.flatMap(one -> right.map(one::multiply));
    }
    if (amount instanceof Amount.DividedBy divided) {
      return amount(divided.amount())
          .map(
              all ->
                  all.divide(
                      divided.by(),
                      0,
                      divided.rounding() == Rounding.UP
                          ? RoundingMode.CEILING
                          : divided.rounding() == Rounding.DOWN
                              ? RoundingMode.FLOOR
                              : RoundingMode.HALF_UP));
    }
    if (amount instanceof Amount.GreaterOf greaterOf) {
      return greaterOf.choices().stream()
          .map(this::amount)
          .reduce((a, b) -> greater(a, b) ? a : b)
          .orElseThrow();
    }
    if (amount instanceof Amount.LesserOf lesserOf) {
      return lesserOf.choices().stream().map(this::amount).reduce(PlainTerms::least).orElseThrow();
    }
    throw new IllegalArgumentException("not part of an allotment: " + amount);
  }
}
