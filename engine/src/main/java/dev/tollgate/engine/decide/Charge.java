package dev.tollgate.engine.decide;

import java.math.BigDecimal;
import java.util.List;

/**
 * What something adds to the day's money.
 *
 * @param amount in all
 * @param lines one for each quota in which units are billed; at least one
 */
public record Charge(Money amount, List<Line> lines) {

  public Charge {
    lines = List.copyOf(lines);
  }

  /**
   * Units billed in one quota.
   *
   * @param units in the quota's unit; below 0 where units are taken off the day again
   * @param amount price of the day with them minus price of the day without them
   */
  public record Line(String quota, String addOn, BigDecimal units, Money amount) {}

  /** The sum of lines, which are at least one and in one currency. */
  public static Charge of(List<Line> lines) {
    Money sum = Money.zero(lines.get(0).amount().currency());
    for (Line line : lines) {
      sum = sum.plus(line.amount());
    }
    return new Charge(sum, lines);
  }
}
