package dev.tollgate.engine.reference;

import dev.tollgate.grammar.tree.AddOnClause;
import dev.tollgate.grammar.tree.Amount;
import dev.tollgate.grammar.tree.CallCost;
import dev.tollgate.grammar.tree.Cap;
import dev.tollgate.grammar.tree.ContractClause;
import dev.tollgate.grammar.tree.Declaration;
import dev.tollgate.grammar.tree.EditionChoice;
import dev.tollgate.grammar.tree.ProductClause;
import dev.tollgate.grammar.tree.QuotaClause;
import dev.tollgate.grammar.tree.RuleClause;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which terms of one quota apply to an account at a moment: the steps of the language, one by one.
 */
final class ReferenceTerms {

  private final Clauses clauses;
  private final ProductClause.Quota quota;
  private final ReferenceAccount account;
  private final Instant at;
  private final ZoneId zone;
  private final int decimals;

  ReferenceTerms(Clauses clauses, ProductClause.Quota quota, ReferenceAccount account, Instant at) {
    this.clauses = clauses;
    this.quota = quota;
    this.account = account;
    this.at = at;
    this.zone = zone(clauses, account);
    this.decimals = decimals(clauses, quota);
  }

  static ZoneId zone(Clauses clauses, ReferenceAccount account) {
    return account
        .zone()
        .orElseGet(
            () -> ZoneId.of(clauses.inProduct(ProductClause.Zone.class).get(0).zone().text()));
  }

  static int decimals(Clauses clauses, ProductClause.Quota quota) {
    return clauses.inProduct(ProductClause.Unit.class).stream()
        .filter(unit -> unit.plural().orElseThrow().text().equals(quota.unit().text()))
        .findFirst()
        .flatMap(ProductClause.Unit::decimals)
        .map(decimals -> decimals.value().intValueExact())
        .orElse(0);
  }

  /** What may be consumed with add-ons. */
  BigDecimal available() {
    return limit(account);
  }

  /** What may be consumed without them. */
  BigDecimal included() {
    return limit(account.bare());
  }

  /** Cost lines of contracts and rules, which come before the table. */
  List<CallCost> agreedCosts() {
    List<CallCost> lines = new ArrayList<>();
    contract().ifPresent(one -> lines.addAll(Clauses.of(one.clauses(), CallCost.class)));
    rules().forEach(rule -> lines.addAll(Clauses.of(rule.clauses(), CallCost.class)));
    return lines;
  }

  /** The cost table of the version in force, or of the quota; empty when every call costs 1. */
  List<CallCost> costTable() {
    return Clauses.of(terms(versionInForce()), CallCost.class);
  }

  /** The add-on by which this account is billed for what it used of this quota. */
  Optional<ProductClause.AddOn> usedBilling() {
    return addOns().stream()
        .filter(addOn -> account.usedLimits().containsKey(addOn.name().text()))
        .findFirst();
  }

  private BigDecimal limit(ReferenceAccount holder) {
    Optional<ContractClause.Allot> agreed = agreed();
    BigDecimal now = underCap(versionInForce(), agreed, holder);
    Optional<QuotaClause.Grandfather> grandfather =
        Clauses.first(terms(versionInForce()), QuotaClause.Grandfather.class)
            .filter(this::isGrandfathered);
    if (grandfather.isEmpty()) {
      return now;
    }
    String old = grandfather.get().version().text();
    Optional<QuotaClause.Version> before =
        versions().stream().filter(version -> version.name().text().equals(old)).findFirst();
    // What a contract agrees replaces the terms now, not those of old. The side is chosen with
    // add-ons and then supplies both amounts.
    BigDecimal kept = underCap(before, Optional.empty(), account);
    boolean keepsOld = kept.compareTo(underCap(versionInForce(), agreed, account)) > 0;
    return keepsOld ? underCap(before, Optional.empty(), holder) : now;
  }

  private Optional<ContractClause.Allot> agreed() {
    return contract().flatMap(one -> allotmentsOf(one).stream().findFirst());
  }

  private boolean isGrandfathered(QuotaClause.Grandfather grandfather) {
    boolean ended =
        contract().isPresent()
            && agreed().isPresent()
            && Clauses.of(contract().get().clauses(), ContractClause.KeepGreater.class).isEmpty();
    return !ended
        && new ReferenceConditions(clauses, account, Optional.empty()).hold(grandfather.accounts());
  }

  private BigDecimal underCap(
      Optional<QuotaClause.Version> version,
      Optional<ContractClause.Allot> agreed,
      ReferenceAccount holder) {
    ReferenceAmounts amounts = new ReferenceAmounts(clauses, holder, decimals);
    QuotaClause.Allot line = line(version);
    BigDecimal sum = amounts.of(agreed.map(ContractClause.Allot::amount).orElse(line.amount()));
    Optional<Cap> cap = agreed.isPresent() ? agreed.get().cap() : line.cap();
    for (Declaration.Rule rule : rules()) {
      for (RuleClause.Put put : Clauses.of(rule.clauses(), RuleClause.Put.class)) {
        sum = amounts.of(put.amount());
      }
    }
    for (Declaration.Rule rule : rules()) {
      for (RuleClause.Add add : Clauses.of(rule.clauses(), RuleClause.Add.class)) {
        sum = sum.add(amounts.of(add.amount()));
      }
    }
    for (ProductClause.AddOn addOn : addOns()) {
      sum = sum.add(holder.held(addOn.name().text()).orElse(BigDecimal.ZERO));
    }
    Optional<Amount> most =
        cap.flatMap(
            one -> one instanceof Cap.At under ? Optional.of(under.amount()) : Optional.empty());
    return most.isPresent() ? sum.min(amounts.of(most.get())) : sum;
  }

  private QuotaClause.Allot line(Optional<QuotaClause.Version> version) {
    List<QuotaClause> all = new ArrayList<>(terms(version));
    all.addAll(quota.clauses());
    ReferenceConditions conditions = new ReferenceConditions(clauses, account, Optional.empty());
    return Clauses.of(all, QuotaClause.Allot.class).stream()
        .filter(line -> isFor(line.editions()) && conditions.hold(line.when()))
        .findFirst()
        .orElseThrow();
  }

  private boolean isFor(EditionChoice choice) {
    return !(choice instanceof EditionChoice.Named named)
        || named.names().stream().anyMatch(name -> name.text().equals(account.edition()));
  }

  private List<QuotaClause> terms(Optional<QuotaClause.Version> version) {
    return version.map(QuotaClause.Version::clauses).orElse(quota.clauses());
  }

  private List<QuotaClause.Version> versions() {
    return Clauses.of(quota.clauses(), QuotaClause.Version.class);
  }

  private Optional<QuotaClause.Version> versionInForce() {
    return versions().stream()
        .filter(version -> ReferenceDates.contains(version.period(), at, zone))
        .findFirst();
  }

  private List<Declaration.Rule> rules() {
    ReferenceConditions conditions = new ReferenceConditions(clauses, account, Optional.empty());
    return Clauses.of(clauses.tree().declarations(), Declaration.Rule.class).stream()
        .filter(rule -> rule.target().quota().orElseThrow().text().equals(quota.name().text()))
        .filter(
            rule ->
                ReferenceDates.contains(
                    Clauses.first(rule.clauses(), RuleClause.InForce.class)
                        .map(RuleClause.InForce::period),
                    at,
                    zone))
        .filter(
            rule ->
                conditions.hold(
                    Clauses.first(rule.clauses(), RuleClause.Holds.class)
                        .map(RuleClause.Holds::condition)))
        .toList();
  }

  private Optional<Declaration.Contract> contract() {
    return Clauses.of(clauses.tree().declarations(), Declaration.Contract.class).stream()
        .filter(contract -> contract.account().value().equals(account.id()))
        .filter(
            contract ->
                ReferenceDates.contains(
                    Clauses.first(contract.clauses(), ContractClause.InForce.class)
                        .map(ContractClause.InForce::period),
                    at,
                    zone))
        .filter(contract -> concerns(contract))
        .findFirst();
  }

  /** Random contracts name the quota of their cost lines by having an allot line for it too. */
  private boolean concerns(Declaration.Contract contract) {
    return !allotmentsOf(contract).isEmpty();
  }

  private List<ContractClause.Allot> allotmentsOf(Declaration.Contract contract) {
    return Clauses.of(contract.clauses(), ContractClause.Allot.class).stream()
        .filter(allot -> allot.quota().text().equals(quota.name().text()))
        .toList();
  }

  private List<ProductClause.AddOn> addOns() {
    return clauses.inProduct(ProductClause.AddOn.class).stream()
        .filter(
            addOn ->
                Clauses.first(addOn.clauses(), AddOnClause.AddsTo.class)
                    .orElseThrow()
                    .quota()
                    .text()
                    .equals(quota.name().text()))
        .toList();
  }
}
