package dev.tollgate.engine.terms;

import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.CallCost;
import dev.tollgate.engine.policy.Condition.Truth;
import dev.tollgate.engine.policy.Contract;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.QuotaVersion;
import dev.tollgate.engine.policy.Rule;
import dev.tollgate.engine.policy.Unit;
import dev.tollgate.engine.policy.Value;
import dev.tollgate.engine.policy.Window;
import dev.tollgate.engine.terms.Assessment.Assessed;
import dev.tollgate.engine.terms.Entitlement.Refill;
import dev.tollgate.engine.terms.ReceiptLine.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Works out the terms of one quota from the clauses that were selected. For use once, by one
 * thread.
 */
final class QuotaTerms {

  private static final Refill NEVER = new Refill(0, 1);

  private final Asking asking;
  private final Instant validUntil;
  private final Needs needs;
  private final List<ReceiptLine> remarks = new ArrayList<>();

  QuotaTerms(Asking asking, Instant validUntil) {
    this.asking = asking;
    this.validUntil = validUntil;
    this.needs = asking.needs();
  }

  Resolved resolve() {
    return asking.selection().among(asking.quota().versions()).stream()
        .findFirst()
        .map(this::resolve)
        .orElseGet(() -> new NotInForce(asking.quota(), validUntil));
  }

  private Resolved resolve(QuotaVersion version) {
    RulesInForce rules = rules();
    Optional<LocalDate> windowStart = windowStart();
    Assessed newer = inForce(version, rules.applying());
    Optional<Assessed> older = grandfathered(version, newer, rules.applying());
    if (!needs.met()) {
      return new Undecided(asking.quota(), needs.missing(), validUntil);
    }
    Assessed kept = older.filter(old -> available(old) > available(newer)).orElse(newer);
    List<Product.Fact> assumed = assumed();
    Receipt receipt =
        new Receipt(
            kept.side(), older.map(old -> old == kept ? newer.side() : old.side()), remarks);
    return new Entitlement(
        asking.quota(),
        version,
        asking.zone(),
        available(kept),
        kept.side().included(),
        kept.side().roomUnderCap(),
        refill(kept),
        windowStart,
        costs(version, rules),
        version.failedCallsCost(),
        kept.usedBilling(),
        receipt,
        assumed,
        validUntil);
  }

  private static long available(Assessed assessed) {
    return assessed.side().available();
  }

  private RulesInForce rules() {
    List<Rule> ofQuota = new ArrayList<>();
    for (Rule rule : asking.selection().rules()) {
      if (rule.quota().equals(asking.quota().name())) {
        ofQuota.add(rule);
      }
    }
    return new RulesInForce(ofQuota, needs);
  }

  /** Where the stretches of a window begin that counts from a date of the account. */
  private Optional<LocalDate> windowStart() {
    if (!(asking.quota().window() instanceof Window.EveryFrom every)) {
      return Optional.empty();
    }
    return needs
        .value(every.start())
        .map(value -> LocalDate.ofEpochDay(((Value.Number) value).steps()));
  }

  private Assessed inForce(QuotaVersion version, List<Rule> rules) {
    Assessment assessment = new Assessment(asking, version, rules, needs);
    for (Contract contract : asking.selection().contracts()) {
      Optional<Contract.Granted> granted = granted(contract);
      if (granted.isPresent()) {
        return assessment.contract(contract, granted.get());
      }
    }
    return assessment.allotment();
  }

  private Optional<Contract.Granted> granted(Contract contract) {
    return contract.allotments().stream()
        .filter(granted -> granted.quota().equals(asking.quota().name()))
        .findFirst();
  }

  /**
   * What the older version comes to, as if in force, where the account may keep it. Where even that
   * is less, it does not matter whether the account may.
   */
  private Optional<Assessed> grandfathered(QuotaVersion version, Assessed newer, List<Rule> rules) {
    Optional<QuotaVersion.Grandfathering> clause =
        version.grandfathering().filter(asking.selection()::has).filter(any -> !ended());
    if (clause.isEmpty()) {
      return Optional.empty();
    }
    QuotaVersion.Grandfathering grandfathering = clause.get();
    Truth may = needs.outlook(grandfathering.accounts());
    if (may == Truth.FALSE) {
      needs.judge(grandfathering.accounts());
      return Optional.empty();
    }
    Needs olderNeeds = asking.needs();
    Assessed older =
        new Assessment(asking, named(grandfathering.version()), rules, olderNeeds).allotment();
    boolean open = may == Truth.UNKNOWN || !olderNeeds.met();
    if (open && needs.met() && isLess(older, olderNeeds, newer)) {
      needs.addAssumed(olderNeeds);
      return Optional.empty();
    }
    needs.judge(grandfathering.accounts());
    needs.addAll(olderNeeds);
    remarks.add(compared(grandfathering, older, newer));
    return Optional.of(older);
  }

  /** A contract that states an allotment ends grandfathering, unless it keeps the greater. */
  private boolean ended() {
    return asking.selection().contracts().stream()
        .anyMatch(contract -> granted(contract).isPresent() && !contract.keepGreater());
  }

  private QuotaVersion named(String name) {
    return asking.quota().versions().stream()
        .filter(version -> version.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static boolean isLess(Assessed older, Needs olderNeeds, Assessed newer) {
    return available(newer) == Unit.UNLIMITED
        || (olderNeeds.met() && available(older) <= available(newer));
  }

  private ReceiptLine compared(
      QuotaVersion.Grandfathering grandfathering, Assessed older, Assessed newer) {
    boolean keepsOlder = available(older) > available(newer);
    String text =
        "%s gives %s, %s gives %s: %s is kept"
            .formatted(
                older.side().version(),
                Wording.of(available(older), asking.quota().unit()),
                newer.side().version(),
                Wording.of(available(newer), asking.quota().unit()),
                keepsOlder ? older.side().version() : newer.side().version());
    return ReceiptLine.of(
        Kind.GRANDFATHERED,
        text,
        Math.max(available(older), available(newer)),
        grandfathering.place());
  }

  private List<Product.Fact> assumed() {
    List<Product.Fact> facts =
        needs.assumed().stream()
            .map(Attribute::name)
            .flatMap(name -> asking.product().fact(name).stream())
            .toList();
    for (Product.Fact fact : facts) {
      String value = Wording.of(fact.unlessStated().orElseThrow(), fact.type());
      String text = fact.name() + " is assumed to be " + value + ", since nobody stated it";
      remarks.add(ReceiptLine.of(Kind.ASSUMED, text, 0, fact.place()));
    }
    return facts;
  }

  /** A bucket of which nothing is granted never fills. */
  private Optional<Refill> refill(Assessed kept) {
    return asking.quota().window() instanceof Window.Bucket
        ? Optional.of(kept.refill().orElse(NEVER))
        : Optional.empty();
  }

  private List<CallCost> costs(QuotaVersion version, RulesInForce rules) {
    List<CallCost> costs = new ArrayList<>();
    for (Contract contract : asking.selection().contracts()) {
      contract.costs().stream()
          .filter(line -> line.quota().equals(asking.quota().name()))
          .forEach(line -> costs.add(line.cost()));
    }
    costs.addAll(rules.costs());
    costs.addAll(version.costs());
    if (version.costs().isEmpty()) {
      costs.add(asking.oneForEachCall(version.place()));
    }
    return costs;
  }
}
