package dev.tollgate.engine.decide;

import dev.tollgate.engine.ledger.BilledBy;
import dev.tollgate.engine.ledger.BilledDay;
import dev.tollgate.engine.ledger.Standing;
import dev.tollgate.engine.ledger.Tally;
import dev.tollgate.engine.policy.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What units billed beyond the included allotment add to a day's money: the price of the day with
 * them minus the price of the day without them.
 *
 * <p>Prices are those in force when units are added to the day. What is taken off its top is worth
 * what it was worth when it was added, whatever has become of the price list since; so a day of
 * which everything is taken off comes to nothing.
 *
 * <p>Worked example: on a day with 25,000 billed units at 0.14 per 1,000, 55,000 more at 0.06 per
 * 1,000 add 6.80 − 3.50 = 3.30.
 */
final class Charges {

  private Charges() {}

  /** Of a call that was consumed. */
  static Optional<Charge> of(List<Demand> judged, List<Tally> tallies) {
    if (noneIsBilled(judged)) {
      return Optional.empty();
    }
    return ofDays(judged, tallies.stream().map(Tally::day).toList());
  }

  /**
   * The same of a call of which only that is known.
   *
   * @param days how each of the quotas' day changed
   */
  static Optional<Charge> ofDays(List<Demand> judged, List<BilledDay> days) {
    if (noneIsBilled(judged)) {
      return Optional.empty();
    }
    List<Charge.Line> lines = new ArrayList<>();
    for (int i = 0; i < judged.size(); i++) {
      lines.addAll(lines(judged.get(i), List.of(days.get(i))));
    }
    return sum(lines);
  }

  /** Of a call that would be consumed now. */
  static Optional<Charge> expected(List<Demand> judged, List<Standing> standings) {
    if (noneIsBilled(judged)) {
      return Optional.empty();
    }
    List<Charge.Line> lines = new ArrayList<>();
    for (int i = 0; i < judged.size(); i++) {
      Demand demand = judged.get(i);
      Standing standing = standings.get(i);
      long billed = billed(demand, standing);
      long before = standing.billedOfDay();
      BilledDay day =
          new BilledDay(
              standing.day(), before, Math.addExact(before, billed), demand.counter().billedBy());
      lines.addAll(lines(demand, List.of(day)));
    }
    return sum(lines);
  }

  private static boolean noneIsBilled(List<Demand> judged) {
    for (Demand demand : judged) {
      if (demand.terms().usedBilling().isPresent()) {
        return false;
      }
    }
    return true;
  }

  /** The change of some days' money in one quota, a line for each change. */
  static List<Charge.Line> lines(Demand demand, List<BilledDay> days) {
    return days.stream()
        .filter(day -> day.before() != day.after())
        .map(day -> line(demand, day, prices(demand, day)))
        .toList();
  }

  /** A charge is in one currency; where that has changed since, all of it is in the one of now. */
  private static BilledBy prices(Demand demand, BilledDay day) {
    BilledBy then = day.by().orElseThrow();
    return demand
        .counter()
        .billedBy()
        .filter(now -> !now.price().currency().equals(then.price().currency()))
        .orElse(then);
  }

  private static Charge.Line line(Demand demand, BilledDay day, BilledBy by) {
    Unit unit = demand.quota().unit();
    Pricing change = Pricing.difference(by.price(), day.before(), day.after(), unit);
    return new Charge.Line(
        demand.quota().name(),
        by.addOn(),
        day.day(),
        demand.signedUnits(Math.subtractExact(day.after(), day.before())),
        change.money(),
        change.lines(),
        by.policy());
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
}
