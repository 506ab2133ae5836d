package dev.tollgate.engine.terms;

import dev.tollgate.engine.policy.Allotment;
import dev.tollgate.engine.policy.Amount;
import dev.tollgate.engine.policy.Condition.Truth;
import dev.tollgate.engine.policy.Contract;
import dev.tollgate.engine.policy.Place;
import dev.tollgate.engine.policy.QuotaVersion;
import dev.tollgate.engine.policy.Rule;
import dev.tollgate.engine.policy.Unit;
import dev.tollgate.engine.terms.ReceiptLine.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Adds up what one version of a quota comes to: the allotment or what replaces it, rules, add-ons,
 * and the cap last. For use once, by one thread.
 *
 * <p>Worked example: 10,000 + 500 × 1,000 users + 75,000 bought is 585,000, held at the cap of
 * 500,000; without the add-on 510,000, held at 500,000 as well.
 */
final class Assessment {

  /**
   * What came out.
   *
   * @param refill how a bucket fills; empty for what is not a bucket
   * @param usedBilling how units beyond the included ones are billed; empty when none are
   */
  record Assessed(
      Receipt.Side side,
      Optional<Entitlement.Refill> refill,
      Optional<Entitlement.UsedBilling> usedBilling) {}

  private final Asking asking;
  private final QuotaVersion version;
  private final List<Rule> rules;
  private final Needs needs;
  private final Arithmetic arithmetic;
  private final Granting granting;
  private final List<ReceiptLine> lines = new ArrayList<>();

  /**
   * Begins a sum.
   *
   * @param rules those that apply, in the order of the text
   * @param needs where what is missing is noted; the sum means nothing when it is not met
   */
  Assessment(Asking asking, QuotaVersion version, List<Rule> rules, Needs needs) {
    this.asking = asking;
    this.version = version;
    this.rules = rules;
    this.needs = needs;
    this.arithmetic = asking.arithmetic(needs);
    this.granting = new Granting(arithmetic);
  }

  /** What the version comes to with the allotment that a contract states. */
  Assessed contract(Contract contract, Contract.Granted granted) {
    String whose = ", contract \"" + contract.title() + "\"";
    return total(
        Optional.of(granted.grant()),
        granted.place(),
        () -> granting.line(Kind.CONTRACT, granted.grant(), whose, granted.place()));
  }

  /** What the version comes to with its own allotment line for the account. */
  Assessed allotment() {
    String edition = asking.profile().edition();
    String whose = edition.isEmpty() ? "" : ", edition " + edition;
    Optional<Allotment> line = line();
    Place place = line.map(Allotment::place).orElse(version.place());
    return total(
        line.map(Allotment::grant),
        place,
        () ->
            line.map(given -> granting.line(Kind.ALLOTMENT, given.grant(), whose, place))
                .orElseGet(() -> Granting.nothing(edition, place)));
  }

  /** Lines of one edition exclude each other: where one applies, no other can. */
  private Optional<Allotment> line() {
    List<Allotment> candidates = asking.selection().among(version.allotments());
    Optional<Allotment> certain =
        candidates.stream().filter(line -> needs.outlook(line.when()) == Truth.TRUE).findFirst();
    certain.map(List::of).orElse(candidates).forEach(line -> needs.judge(line.when()));
    return certain;
  }

  private Assessed total(
      Optional<Allotment.Grant> grant, Place place, Supplier<ReceiptLine> allotment) {
    long sum = Math.max(0, adjusted(allotment));
    AddOnSum addOns = new AddOnSum(asking, needs, lines);
    long extended = Math.max(0, addOns.extend(sum));
    Granting.Cap cap =
        grant
            .map(given -> granting.cap(given, place))
            .orElse(new Granting.Cap(Unit.UNLIMITED, place));
    if (extended > cap.steps()) {
      String text = "cap " + written(cap.steps()) + " holds " + written(extended) + " down";
      lines.add(ReceiptLine.of(Kind.CAP, text, cap.steps(), cap.place()));
    }
    long available = Math.min(extended, cap.steps());
    long included = Math.min(sum, available);
    long room =
        cap.steps() == Unit.UNLIMITED ? Unit.UNLIMITED : Math.max(0, cap.steps() - extended);
    return new Assessed(
        new Receipt.Side(version.name(), lines, available, included, room),
        grant.flatMap(granting::refill),
        addOns.usedBilling());
  }

  /** The sum before add-ons. What a rule replaces is not even worked out. */
  private long adjusted(Supplier<ReceiptLine> allotment) {
    Optional<ReceiptLine> set = rules.stream().flatMap(rule -> sets(rule).stream()).findFirst();
    ReceiptLine first = set.orElseGet(allotment);
    lines.add(first);
    long sum = first.steps();
    for (Rule rule : rules) {
      for (Rule.Effect effect : rule.effects()) {
        if (effect instanceof Rule.Effect.Add add) {
          ReceiptLine line = line(Kind.RULE_ADDS, rule, "adds", add.amount(), add.place());
          lines.add(line);
          sum = arithmetic.plus(sum, line.steps(), add.place());
        }
      }
    }
    return sum;
  }

  private Optional<ReceiptLine> sets(Rule rule) {
    return rule.effects().stream()
        .filter(Rule.Effect.SetTo.class::isInstance)
        .map(Rule.Effect.SetTo.class::cast)
        .findFirst()
        .map(set -> line(Kind.RULE_SETS, rule, "sets", set.amount(), set.place()));
  }

  private ReceiptLine line(Kind kind, Rule rule, String verb, Amount amount, Place place) {
    Worked worked = arithmetic.work(amount);
    return new ReceiptLine(
        kind,
        "rule \"" + rule.title() + "\" " + verb + " " + worked.text(),
        arithmetic.steps(worked, amount.place()),
        Optional.of(place),
        arithmetic.parts(amount));
  }

  private String written(long steps) {
    return Wording.of(steps, asking.quota().unit());
  }
}
