package dev.tollgate.engine.compare;

import dev.tollgate.engine.policy.AddOn;
import dev.tollgate.engine.policy.Allotment;
import dev.tollgate.engine.policy.Allotment.Grant;
import dev.tollgate.engine.policy.Amount;
import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.Condition;
import dev.tollgate.engine.policy.Contract;
import dev.tollgate.engine.policy.Place;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Quota;
import dev.tollgate.engine.policy.QuotaVersion;
import dev.tollgate.engine.policy.Rule;
import dev.tollgate.engine.policy.Stretch;
import dev.tollgate.engine.policy.Unit;
import dev.tollgate.engine.policy.ValueSet;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What one quota allots to the accounts of one edition at one moment, as formulas of their seats,
 * facts and add-ons: the steps of the language one by one, for all accounts at once.
 *
 * <p>Worked example: {@code base 10_000 + 500 per user cap 500_000} is the lesser of 10,000 + 500 ×
 * user and 500,000.
 *
 * @param edition the empty word in a product that has none
 * @param contracts those of the account that are in force at the moment; none for everybody else
 * @param at dates begin in the product's zone
 */
public record AllotmentTerms(
    Product product, Quota quota, String edition, List<Contract> contracts, Instant at) {

  private static final long DAY = 86_400_000L;

  /**
   * What one version comes to.
   *
   * @param available the limit; the capacity of a bucket
   * @param included what of it is there without add-ons
   * @param room what the cap leaves beside everything that is held
   * @param refill what a bucket regains in a day; nothing for all other windows
   * @param lines where it is written, in the order in which it is added up
   */
  public record Allotted(
      Formula available, Formula included, Formula room, Formula refill, Set<Place> lines) {

    /** The greater of the two supplies everything; the newer one, where they are equal. */
    private Allotted orGreater(Allotted older) {
      Set<Place> both = new LinkedHashSet<>(lines);
      both.addAll(older.lines);
      return new Allotted(
          Formula.greatestOf(List.of(available, older.available)),
          Formula.chosen(older.available, available, older.included, included),
          Formula.chosen(older.available, available, older.room, room),
          Formula.chosen(older.available, available, older.refill, refill),
          both);
    }
  }

  public AllotmentTerms {
    contracts = List.copyOf(contracts);
  }

  /** The amount of an add-on that is held, in steps of its unit. */
  public static Attribute held(String addOn) {
    return new Attribute(Attribute.Kind.ADD_ON, addOn, true);
  }

  /** All accounts of the edition, whatever they hold of the product's add-ons. */
  public Box accounts() {
    Map<Attribute, ValueSet> sides = new LinkedHashMap<>(Domain.ofAccounts(product).sides());
    sides.put(Attribute.EDITION, ValueSet.words(List.of(edition)));
    product
        .addOns()
        .forEach(addOn -> sides.put(held(addOn.name()), ValueSet.between(0, Long.MAX_VALUE)));
    return new Box(sides);
  }

  /**
   * What the version in force comes to, with grandfathering; empty where none is in force.
   *
   * @param accounts some of {@link #accounts}
   * @throws Inexact if an amount is no formula
   * @throws TooFine if the accounts fall apart into very many cases
   */
  public List<Cases.Case<Optional<Allotted>>> cases(Box accounts) {
    return Cases.of(accounts, this::inForce);
  }

  /** What one version comes to as if it were in force, without contracts and grandfathering. */
  public List<Cases.Case<Optional<Allotted>>> cases(QuotaVersion version, Box accounts) {
    return Cases.of(accounts, judge -> Optional.of(of(version, judge)));
  }

  /** What the cap leaves beside everything that is held. */
  Formula room(Cases.Judge judge) {
    return inForce(judge).map(Allotted::room).orElse(Formula.NO_LIMIT);
  }

  /** The version in force with grandfathering; empty when none is in force. */
  private Optional<Allotted> inForce(Cases.Judge judge) {
    return quota.versions().stream()
        .filter(version -> now(version.during()))
        .findFirst()
        .map(version -> inForce(version, judge));
  }

  private Allotted inForce(QuotaVersion version, Cases.Judge judge) {
    Optional<Contract.Granted> granted =
        contracts.stream()
            .flatMap(contract -> contract.allotments().stream())
            .filter(each -> each.quota().equals(quota.name()))
            .findFirst();
    Allotted newer =
        granted
            .map(agreed -> total(Optional.of(agreed.grant()), agreed.place(), judge))
            .orElseGet(() -> of(version, judge));
    return version
        .grandfathering()
        .filter(clause -> now(new Stretch(Optional.empty(), clause.until())) && !ended())
        .filter(clause -> judge.holds(clause.accounts()))
        .map(clause -> newer.orGreater(of(named(clause.version()), judge)))
        .orElse(newer);
  }

  /** Whether a contract states what is allotted. */
  boolean isAgreed() {
    return contracts.stream()
        .flatMap(contract -> contract.allotments().stream())
        .anyMatch(granted -> granted.quota().equals(quota.name()));
  }

  /** A contract that states an allotment ends grandfathering, unless it keeps the greater. */
  private boolean ended() {
    return contracts.stream()
        .filter(contract -> !contract.keepGreater())
        .flatMap(contract -> contract.allotments().stream())
        .anyMatch(granted -> granted.quota().equals(quota.name()));
  }

  private QuotaVersion named(String name) {
    return quota.versions().stream()
        .filter(version -> version.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private Allotted of(QuotaVersion version, Cases.Judge judge) {
    Optional<Allotment> line =
        version.allotments().stream()
            .filter(each -> each.editions().isEmpty() || each.editions().contains(edition))
            .filter(each -> judge.holds(each.when()))
            .findFirst();
    return total(
        line.map(Allotment::grant), line.map(Allotment::place).orElse(version.place()), judge);
  }

  private Allotted total(Optional<Grant> grant, Place place, Cases.Judge judge) {
    Set<Place> lines = new LinkedHashSet<>();
    List<Rule> rules = rules(judge, effect -> !(effect instanceof Rule.Effect.SetCost));
    Formula sum =
        set(rules, lines)
            .orElseGet(
                () -> {
                  lines.add(place);
                  return grant.map(this::amount).orElse(Formula.ZERO);
                });
    for (Rule rule : rules) {
      for (Rule.Effect effect : rule.effects()) {
        if (effect instanceof Rule.Effect.Add add) {
          sum = sum.plus(formula(add.amount()));
          lines.add(add.place());
        }
      }
    }
    Formula extended = extended(sum, judge, lines);
    Formula cap =
        grant
            .flatMap(given -> given instanceof Grant.Limit limit ? limit.cap() : Optional.empty())
            .map(this::formula)
            .orElse(Formula.NO_LIMIT);
    if (!cap.isUnlimited()) {
      lines.add(place);
    }
    return new Allotted(
        Formula.leastOf(List.of(extended, cap)),
        Formula.leastOf(List.of(sum, extended, cap)),
        Formula.rest(cap, extended),
        grant.map(this::refill).orElse(Formula.ZERO),
        lines);
  }

  private Formula amount(Grant grant) {
    if (grant instanceof Grant.Limit limit) {
      return formula(limit.amount());
    } else if (grant instanceof Grant.Bucket bucket) {
      return formula(bucket.capacity());
    }
    throw new IllegalArgumentException("unknown form of grant: " + grant);
  }

  private Formula refill(Grant grant) {
    return grant instanceof Grant.Bucket bucket
        ? formula(bucket.refill())
            .times(Rational.of(DAY).dividedBy(Rational.of(bucket.perMillis())))
        : Formula.ZERO;
  }

  private Formula formula(Amount amount) {
    return new AmountFormula(product, edition, quota.unit()).of(amount);
  }

  private boolean now(Stretch stretch) {
    return stretch.contains(at, product.zone());
  }

  /**
   * Those that apply and have some effect, in the order of the text. Whom others apply to is not
   * judged: it tells no accounts apart.
   */
  List<Rule> rules(Cases.Judge judge, Predicate<Rule.Effect> effect) {
    List<Rule> candidates =
        product.rules().stream()
            .filter(rule -> rule.quota().equals(quota.name()) && now(rule.during()))
            .toList();
    return candidates.stream()
        .filter(rule -> rule.effects().stream().anyMatch(effect))
        .filter(rule -> applies(rule, candidates, judge))
        .toList();
  }

  private static boolean applies(Rule rule, List<Rule> candidates, Cases.Judge judge) {
    return judge.holds(rule.when())
        && candidates.stream()
            .filter(other -> other != rule)
            .filter(other -> other.overrides().equals(Optional.of(rule.title())))
            .noneMatch(other -> applies(other, candidates, judge));
  }

  private Optional<Formula> set(List<Rule> rules, Set<Place> lines) {
    for (Rule rule : rules) {
      for (Rule.Effect effect : rule.effects()) {
        if (effect instanceof Rule.Effect.SetTo set) {
          lines.add(set.place());
          return Optional.of(formula(set.amount()));
        }
      }
    }
    return Optional.empty();
  }

  /** What add-ons make of the sum: what sets it, then what raises it, then what adds. */
  private Formula extended(Formula before, Cases.Judge judge, Set<Place> lines) {
    List<Formula> raised = new ArrayList<>();
    List<Formula> added = new ArrayList<>();
    Formula sum = before;
    for (AddOn addOn : product.addOns()) {
      for (AddOn.Effect effect : addOn.effects()) {
        if (effect.quota().equals(quota.name()) && acts(addOn, effect, judge)) {
          lines.add(effect.place());
          if (effect instanceof AddOn.Effect.Sets sets) {
            sum = formula(sets.to());
          } else if (effect instanceof AddOn.Effect.Raises raises) {
            raised.add(formula(raises.to()));
          } else {
            added.add(added(addOn, effect));
          }
        }
      }
    }
    raised.add(0, sum);
    added.add(0, raised.size() == 1 ? sum : Formula.greatestOf(raised));
    return Formula.sum(added);
  }

  private Formula added(AddOn addOn, AddOn.Effect effect) {
    Formula held = Formula.of(held(addOn.name()), step(addOn.unit()));
    if (effect instanceof AddOn.Effect.AddsEach each) {
      Formula amount = formula(each.each());
      if (!amount.isConstant()) {
        throw new Inexact("a product of two numbers that both vary", each.place());
      }
      return held.times(FormulaValue.of(amount, Map.of()).orElseThrow());
    }
    return held;
  }

  private static Rational step(Unit unit) {
    return Rational.of(BigDecimal.ONE.movePointLeft(unit.decimals()));
  }

  /** Adding nothing changes nothing: only what sets and raises asks whether any is held. */
  private boolean acts(AddOn addOn, AddOn.Effect effect, Cases.Judge judge) {
    boolean adds = effect instanceof AddOn.Effect.Adds || effect instanceof AddOn.Effect.AddsEach;
    return (addOn.editions().isEmpty() || addOn.editions().contains(edition))
        && (adds ? mayHold(addOn, judge) : holds(addOn.name(), judge))
        && addOn.needsAddOn().map(needed -> holds(needed, judge)).orElse(true)
        && judge.holds(addOn.needs());
  }

  private static boolean mayHold(AddOn addOn, Cases.Judge judge) {
    return !judge
        .box()
        .side(held(addOn.name()))
        .intersect(ValueSet.between(1, Long.MAX_VALUE))
        .isEmpty();
  }

  private static boolean holds(String addOn, Cases.Judge judge) {
    return judge.holds(
        new Condition.Test(
            held(addOn),
            ValueSet.between(1, Long.MAX_VALUE),
            addOn + " is held",
            Optional.empty()));
  }
}
