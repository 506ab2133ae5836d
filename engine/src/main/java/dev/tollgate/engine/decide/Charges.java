package dev.tollgate.engine.decide;

import dev.tollgate.engine.ledger.BilledDay;
import dev.tollgate.engine.ledger.Standing;
import dev.tollgate.engine.ledger.Tally;
import dev.tollgate.engine.policy.Unit;
import dev.tollgate.engine.terms.Entitlement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What units billed beyond the included allotment add to a day's money: the price of the day with
 * them minus the price of the day without them.
 *
 * <p>Worked example: on a day with 25,000 billed units at 0.14 per 1,000, 55,000 more at 0.06 per
 * 1,000 add 6.80 − 3.50 = 3.30.
 */
final class Charges {

  private Charges() {}

  /** Of a call that was consumed. */
  static Optional<Charge> of(List<Demand> judged, List<Tally> tallies) {
    List<Charge.Line> lines = new ArrayList<>();
    for (int i = 0; i < judged.size(); i++) {
      lines.addAll(line(judged.get(i).terms(), List.of(tallies.get(i).day())).stream().toList());
    }
    return sum(lines);
  }

  /** Of a call that would be consumed now. */
  static Optional<Charge> expected(List<Demand> judged, List<Standing> standings) {
    List<Charge.Line> lines = new ArrayList<>();
    for (int i = 0; i < judged.size(); i++) {
      Demand demand = judged.get(i);
      Standing standing = standings.get(i);
      long billed = billed(demand, standing);
      long before = standing.billedOfDay();
      BilledDay day = new BilledDay(standing.day(), before, Math.addExact(before, billed));
      lines.addAll(line(demand.terms(), List.of(day)).stream().toList());
    }
    return sum(lines);
  }

  /** The change of some days' money in one quota; empty when no units changed. */
  static Optional<Charge.Line> line(Entitlement terms, List<BilledDay> days) {
    if (terms.usedBilling().isEmpty() || days.stream().allMatch(d -> d.before() == d.after())) {
      return Optional.empty();
    }
    Entitlement.UsedBilling billing = terms.usedBilling().get();
    Unit unit = terms.quota().unit();
    long units = 0;
    Money money = Money.zero(billing.price().currency());
    for (BilledDay day : days) {
      units = Math.addExact(units, Math.subtractExact(day.after(), day.before()));
      money = money.plus(Pricing.difference(billing.price(), day.before(), day.after(), unit));
    }
    return Optional.of(
        new Charge.Line(terms.quota().name(), billing.addOn().name(), signed(unit, units), money));
  }

  static Optional<Charge> sum(List<Charge.Line> lines) {
    return lines.isEmpty() ? Optional.empty() : Optional.of(Charge.of(lines));
  }

  /** Of a cost c, min(c, max(0, I − i)) is included and the rest billed. */
  private static long billed(Demand demand, Standing standing) {
    long included = demand.counter().included();
    if (!demand.counter().billed() || included == Unit.UNLIMITED) {
      return 0;
    }
    long left = Math.max(0, included - standing.includedUsed());
    return demand.cost() - Math.min(demand.cost(), left);
  }

  private static java.math.BigDecimal signed(Unit unit, long steps) {
    return steps < 0 ? unit.amount(-steps).negate() : unit.amount(steps);
  }
}
