package dev.tollgate.engine.decide;

import dev.tollgate.engine.ledger.BilledDay;
import dev.tollgate.engine.ledger.Standing;
import dev.tollgate.engine.ledger.Tally;
import dev.tollgate.engine.policy.Unit;
import dev.tollgate.engine.terms.Entitlement;
import java.math.BigDecimal;
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
      lines.addAll(lines(judged.get(i).terms(), List.of(tallies.get(i).day())));
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
      lines.addAll(lines(demand.terms(), List.of(day)));
    }
    return sum(lines);
  }

  /** The change of some days' money in one quota, a line for each day whose units changed. */
  static List<Charge.Line> lines(Entitlement terms, List<BilledDay> days) {
    return terms.usedBilling().stream()
        .flatMap(
            billing ->
                days.stream()
                    .filter(day -> day.before() != day.after())
                    .map(day -> line(terms, billing, day)))
        .toList();
  }

  private static Charge.Line line(
      Entitlement terms, Entitlement.UsedBilling billing, BilledDay day) {
    Unit unit = terms.quota().unit();
    Pricing change = Pricing.difference(billing.price(), day.before(), day.after(), unit);
    return new Charge.Line(
        terms.quota().name(),
        billing.addOn().name(),
        day.day(),
        signed(unit, Math.subtractExact(day.after(), day.before())),
        change.money(),
        change.lines());
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

  private static BigDecimal signed(Unit unit, long steps) {
    return steps < 0 ? unit.amount(-steps).negate() : unit.amount(steps);
  }
}
