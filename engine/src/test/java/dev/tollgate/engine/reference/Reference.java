package dev.tollgate.engine.reference;

import dev.tollgate.grammar.tree.AddOnClause;
import dev.tollgate.grammar.tree.Amount;
import dev.tollgate.grammar.tree.Numeral;
import dev.tollgate.grammar.tree.Price;
import dev.tollgate.grammar.tree.ProductClause;
import dev.tollgate.grammar.tree.QuotaClause;
import dev.tollgate.grammar.tree.Slab;
import dev.tollgate.grammar.tree.SourceTree;
import dev.tollgate.grammar.tree.Window;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Interprets the language: one product, a plain log of every call, and nothing remembered but that.
 */
final class Reference {

  private final Clauses clauses;
  private final Map<Counter, ReferenceLog> logs = new HashMap<>();

  /** Whose counter of which quota; the account is empty where all share it. */
  private record Counter(String quota, String account, List<String> keys) {}

  Reference(SourceTree tree) {
    clauses = new Clauses(tree);
  }

  /**
   * How one quota stands for a call, before it.
   *
   * @param cost what the call would consume
   */
  record Standing(
      String quota, BigDecimal limit, BigDecimal included, BigDecimal used, BigDecimal cost) {
    boolean hasRoom() {
      return cost.signum() == 0 || used.add(cost).compareTo(limit) <= 0;
    }

    BigDecimal remaining() {
      return limit.subtract(used).max(BigDecimal.ZERO);
    }
  }

  /**
   * What a consumed call did.
   *
   * @param entries to end later, one for each quota
   * @param charge money, by currency-less amount; empty when no quota is billed
   */
  record Consumed(List<ReferenceLog.Entry> entries, Optional<BigDecimal> charge) {
    void end() {
      entries.forEach(entry -> entry.ended = true);
    }
  }

  /** Every quota that counts the call, in the order of the text. */
  List<Standing> standings(ReferenceAccount account, ReferenceCall call, Instant at) {
    List<Standing> standings = new ArrayList<>();
    for (ProductClause.Quota quota : clauses.inProduct(ProductClause.Quota.class)) {
      standing(quota, account, call, at).ifPresent(standings::add);
    }
    return standings;
  }

  boolean hasRoom(ReferenceAccount account, ReferenceCall call, Instant at) {
    return standings(account, call, at).stream().allMatch(Standing::hasRoom);
  }

  /** Counts a call that has room. */
  Consumed consume(ReferenceAccount account, ReferenceCall call, Instant at) {
    List<ReferenceLog.Entry> entries = new ArrayList<>();
    Optional<BigDecimal> charge = Optional.empty();
    for (Standing standing : standings(account, call, at)) {
      ProductClause.Quota quota = quota(standing.quota());
      ReferenceTerms terms = new ReferenceTerms(clauses, quota, account, at);
      ReferenceLog log = log(quota, account, call);
      BigDecimal billed = BigDecimal.ZERO;
      if (terms.usedBilling().isPresent()) {
        BigDecimal room = standing.included().subtract(marked(log, quota, account, at));
        billed = standing.cost().subtract(room.max(BigDecimal.ZERO)).max(BigDecimal.ZERO);
        BigDecimal before = billedOnDayOf(at, quota, account);
        Price.Graduated price = price(terms.usedBilling().get());
        BigDecimal money = money(price, before.add(billed)).subtract(money(price, before));
        charge = Optional.of(charge.orElse(BigDecimal.ZERO).add(money));
      }
      entries.add(log.add(at, standing.cost().subtract(billed), billed));
    }
    return new Consumed(entries, charge);
  }

  /** Money for an amount: each unit at the price of the slab it falls in. */
  static BigDecimal money(Price.Graduated price, BigDecimal amount) {
    BigDecimal money = BigDecimal.ZERO;
    BigDecimal left = amount;
    for (Slab slab : price.slabs()) {
      BigDecimal taken = slab.size().map(Numeral::value).orElse(left).min(left);
      BigDecimal each = slab.price().map(Numeral::value).orElse(BigDecimal.ZERO);
      money = money.add(taken.multiply(each).divide(price.per().value()));
      left = left.subtract(taken);
    }
    return money;
  }

  private Optional<Standing> standing(
      ProductClause.Quota quota, ReferenceAccount account, ReferenceCall call, Instant at) {
    Optional<QuotaClause.Counts> counts = Clauses.first(quota.clauses(), QuotaClause.Counts.class);
    if (counts.isPresent() && !isCounted(counts.get(), account, call)) {
      return Optional.empty();
    }
    ReferenceTerms terms = new ReferenceTerms(clauses, quota, account, at);
    int decimals = ReferenceTerms.decimals(clauses, quota);
    return new ReferenceCosts(clauses, account, decimals)
        .of(call, terms.agreedCosts(), terms.costTable())
        .map(
            cost ->
                new Standing(
                    quota.name().text(),
                    terms.available(),
                    terms.included(),
                    used(quota, account, call, at),
                    cost));
  }

  private boolean isCounted(
      QuotaClause.Counts counts, ReferenceAccount account, ReferenceCall call) {
    return ReferenceCosts.names(counts.calls(), call.name())
        && counts.except().stream().noneMatch(name -> name.text().equals(call.name()))
        && new ReferenceConditions(clauses, account, Optional.of(call)).hold(counts.when());
  }

  private BigDecimal used(
      ProductClause.Quota quota, ReferenceAccount account, ReferenceCall call, Instant at) {
    if (window(quota) instanceof Window.Bucket) {
      Amount.Capacity bucket =
          (Amount.Capacity)
              Clauses.first(quota.clauses(), QuotaClause.Allot.class).orElseThrow().amount();
      int decimals = ReferenceTerms.decimals(clauses, quota);
      return log(quota, account, call).missingFrom(bucket, at, decimals);
    }
    return out(log(quota, account, call), quota, account, at).stream()
        .map(ReferenceLog.Entry::all)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private BigDecimal marked(
      ReferenceLog log, ProductClause.Quota quota, ReferenceAccount account, Instant at) {
    return out(log, quota, account, at).stream()
        .map(entry -> entry.included)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private List<ReferenceLog.Entry> out(
      ReferenceLog log, ProductClause.Quota quota, ReferenceAccount account, Instant at) {
    return log.out(window(quota), at, ReferenceTerms.zone(clauses, account), account.signedUp());
  }

  private static Window window(ProductClause.Quota quota) {
    return Clauses.first(quota.clauses(), QuotaClause.Turns.class).orElseThrow().window();
  }

  private ReferenceLog log(
      ProductClause.Quota quota, ReferenceAccount account, ReferenceCall call) {
    QuotaClause.Per per = Clauses.first(quota.clauses(), QuotaClause.Per.class).orElseThrow();
    Counter counter =
        new Counter(
            quota.name().text(),
            per.allAccounts() ? "" : account.id(),
            per.keys().stream().map(key -> call.keys().get(key.text())).toList());
    return logs.computeIfAbsent(counter, key -> new ReferenceLog());
  }

  /** The account has one bill, whatever keys its counters have. */
  private BigDecimal billedOnDayOf(
      Instant at, ProductClause.Quota quota, ReferenceAccount account) {
    ZoneId zone = ReferenceTerms.zone(clauses, account);
    return logs.entrySet().stream()
        .filter(log -> log.getKey().quota().equals(quota.name().text()))
        .filter(log -> log.getKey().account().equals(account.id()))
        .map(log -> log.getValue().billedOnDayOf(at, zone))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private ProductClause.Quota quota(String name) {
    return clauses.inProduct(ProductClause.Quota.class).stream()
        .filter(quota -> quota.name().text().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Price.Graduated price(ProductClause.AddOn addOn) {
    return (Price.Graduated)
        Clauses.first(addOn.clauses(), AddOnClause.Priced.class).orElseThrow().price();
  }
}
