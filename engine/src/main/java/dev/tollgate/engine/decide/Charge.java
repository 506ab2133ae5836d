package dev.tollgate.engine.decide;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What something adds to the day's money.
 *
 * @param amount in all
 * @param lines one for each quota, day and price list by which units are billed; at least one
 */
public record Charge(Money amount, List<Line> lines) {

  public Charge {
    lines = List.copyOf(lines);
  }

  /**
   * Units billed in one quota on one day.
   *
   * @param day the calendar day, in the account's zone, whose money it is
   * @param units in the quota's unit; below 0 where units are taken off the day again
   * @param amount price of the day with them minus price of the day without them, both by the price
   *     list that was in force when they were added to the day
   * @param slabs where on the price list these units lie; their units and their money add up to
   *     those of the line. Where a price list charges all units of the day alike, a line below 0
   *     takes back what was charged so far and another charges it anew.
   * @param policy hash of the policy whose price list it is
   */
  public record Line(
      String quota,
      String addOn,
      LocalDate day,
      BigDecimal units,
      Money amount,
      List<SlabLine> slabs,
      String policy) {

    public Line {
      slabs = List.copyOf(slabs);
    }

    private boolean sameFigures(Line other) {
      return quota.equals(other.quota)
          && addOn.equals(other.addOn)
          && units.equals(other.units)
          && amount.equals(other.amount);
    }
  }

  /** The sum of lines, which are at least one and in one currency. */
  public static Charge of(List<Line> lines) {
    Money sum = Money.zero(lines.get(0).amount().currency());
    for (Line line : lines) {
      sum = sum.plus(line.amount());
    }
    return new Charge(sum, lines);
  }

  /** Whether both bill the same units of the same quotas at the same money, on any day. */
  boolean sameFigures(Charge other) {
    boolean same = amount.equals(other.amount) && lines.size() == other.lines.size();
    for (int i = 0; same && i < lines.size(); i++) {
      same = lines.get(i).sameFigures(other.lines.get(i));
    }
    return same;
  }
}
