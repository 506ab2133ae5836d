package dev.tollgate.engine.decide;

import dev.tollgate.engine.policy.AddOn;
import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.Price;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Quota;
import dev.tollgate.engine.policy.Unit;
import dev.tollgate.engine.terms.Ceiling;
import dev.tollgate.engine.terms.Entitlement;
import dev.tollgate.engine.terms.Holding;
import dev.tollgate.engine.terms.NotInForce;
import dev.tollgate.engine.terms.Profile;
import dev.tollgate.engine.terms.ReceiptLine;
import dev.tollgate.engine.terms.Resolved;
import dev.tollgate.engine.terms.Undecided;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says where an account's terms come from. For use once, by one thread. */
final class Explaining implements Resolved.Visitor<Explanation.OfQuota> {

  private final Subject subject;
  private final Instant at;
  private final TermsAt terms;
  private final Findings assumptions;

  Explaining(Subject subject, Instant at) {
    this.subject = subject;
    this.at = at;
    this.terms = subject.termsAt(at).orElseThrow();
    this.assumptions = new Findings(subject.product(), subject.account().isEmpty(), new Problems());
  }

  /**
   * The explanation.
   *
   * @param quota one alone, with the add-ons that act on it; empty for all
   */
  Explanation explain(Optional<String> quota) {
    List<Explanation.OfQuota> quotas =
        terms.quotas().stream()
            .filter(one -> quota.isEmpty() || quota.get().equals(one.quota().name()))
            .map(one -> one.accept(this))
            .toList();
    String edition = terms.profile().edition();
    return new Explanation(
        subject.product().name(),
        subject.account(),
        at,
        edition.isEmpty() ? Optional.empty() : Optional.of(edition),
        quotas,
        subject.product().addOns().stream()
            .filter(addOn -> quota.map(name -> actsOn(addOn, name)).orElse(true))
            .map(this::addOn)
            .toList(),
        assumptions.assumed(),
        subject.snapshot().policy().hash());
  }

  @Override
  public Explanation.OfQuota visitEntitlement(Entitlement entitlement) {
    Unit unit = entitlement.quota().unit();
    entitlement.assumed().forEach(assumptions::assumed);
    return ofQuota(
        entitlement,
        limit(unit, entitlement.available()),
        limit(unit, entitlement.included()),
        entitlement.receipt().lines().stream().map(line -> part(unit, line)).toList(),
        entitlement.costs().stream()
            .map(line -> new Because(line.text(), Optional.of(line.place())))
            .toList(),
        List.of());
  }

  @Override
  public Explanation.OfQuota visitUndecided(Undecided undecided) {
    List<String> missing = undecided.missing().stream().map(Attribute::toString).toList();
    return ofQuota(undecided, Optional.empty(), Optional.empty(), List.of(), List.of(), missing);
  }

  @Override
  public Explanation.OfQuota visitNotInForce(NotInForce notInForce) {
    Explanation.Part part =
        new Explanation.Part(
            "not in force",
            "no version of " + notInForce.quota().id() + " is in force",
            Optional.empty(),
            Optional.of(notInForce.quota().place()),
            List.of());
    return ofQuota(
        notInForce, Optional.empty(), Optional.empty(), List.of(part), List.of(), List.of());
  }

  private Explanation.OfQuota ofQuota(
      Resolved resolved,
      Optional<BigDecimal> limit,
      Optional<BigDecimal> included,
      List<Explanation.Part> parts,
      List<Because> costs,
      List<String> missing) {
    Quota quota = resolved.quota();
    return new Explanation.OfQuota(
        quota.name(),
        quota.title(),
        quota.unit().name(),
        quota.window().text(),
        per(quota),
        limit,
        included,
        parts,
        costs,
        until(resolved),
        missing);
  }

  /** Terms change with the policy's dates and with what is planned for the account. */
  private Optional<Instant> until(Resolved resolved) {
    Instant change = resolved.validUntil();
    Instant planned = subject.plannedChange(at).orElse(Instant.MAX);
    Instant first = planned.isBefore(change) ? planned : change;
    return first.equals(Instant.MAX) ? Optional.empty() : Optional.of(first);
  }

  private static String per(Quota quota) {
    String whose = quota.scope().perAccount() ? "account" : "all accounts";
    return quota.scope().keys().isEmpty()
        ? whose
        : whose + ", " + String.join(", ", quota.scope().keys());
  }

  private static Explanation.Part part(Unit unit, ReceiptLine line) {
    boolean remark =
        line.kind() == ReceiptLine.Kind.ASSUMED || line.kind() == ReceiptLine.Kind.GRANDFATHERED;
    return new Explanation.Part(
        line.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        line.text(),
        remark ? Optional.empty() : limit(unit, line.steps()),
        line.place(),
        line.parts().stream().map(term -> part(unit, term)).toList());
  }

  private static boolean actsOn(AddOn addOn, String quota) {
    return addOn.effects().stream().anyMatch(effect -> effect.quota().equals(quota));
  }

  private Explanation.OfAddOn addOn(AddOn addOn) {
    Profile profile = terms.profile();
    Optional<Holding> held = Optional.ofNullable(profile.addOns().get(addOn.name()));
    Product product = subject.product();
    Ceiling ceiling = subject.snapshot().most(product, addOn, profile, at);
    Optional<Holding> bought = held.filter(one -> one.mode() == Holding.Mode.BOUGHT);
    return new Explanation.OfAddOn(
        addOn.name(),
        addOn.title(),
        held.map(one -> new StatedHolding(one.mode(), addOn.unit().amount(one.amount()))),
        ceiling instanceof Ceiling.Known known
            ? limit(addOn.unit(), known.steps())
            : Optional.empty(),
        addOn.price().map(Explaining::lines).orElse(List.of()),
        bought.flatMap(one -> PurchasePrice.of(addOn, 0, one.amount()).perDay()),
        addOn.place());
  }

  private static List<Because> lines(Price price) {
    if (price instanceof Price.Graduated graduated) {
      return slabs(graduated.slabs());
    }
    if (price instanceof Price.Volume volume) {
      return slabs(volume.slabs());
    }
    if (price instanceof Price.Packs packs) {
      return packs.packs().stream()
          .map(pack -> new Because(pack.text(), Optional.of(pack.place())))
          .toList();
    }
    Price.Flat flat = (Price.Flat) price;
    Money money = new Money(flat.money(), flat.currency());
    return List.of(new Because("flat " + money, Optional.of(flat.place())));
  }

  private static List<Because> slabs(List<Price.Slab> slabs) {
    return slabs.stream().map(slab -> new Because(slab.text(), Optional.of(slab.place()))).toList();
  }

  private static Optional<BigDecimal> limit(Unit unit, long steps) {
    return steps == Unit.UNLIMITED ? Optional.empty() : Optional.of(unit.amount(steps));
  }
}
