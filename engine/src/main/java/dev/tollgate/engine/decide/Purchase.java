package dev.tollgate.engine.decide;

import java.math.BigDecimal;
import java.util.List;

/**
 * What buying add-ons costs.
 *
 * @param perDay money a day
 * @param per30Days money for 30 days, which is how a month is quoted
 * @param lines one for each add-on bought; at least one
 */
public record Purchase(Money perDay, Money per30Days, List<Line> lines) {

  public Purchase {
    lines = List.copyOf(lines);
  }

  /**
   * One add-on.
   *
   * @param amount in the add-on's unit
   */
  public record Line(
      String addOn, BigDecimal amount, Money perDay, Money per30Days, List<SlabLine> slabs) {
    public Line {
      slabs = List.copyOf(slabs);
    }
  }
}
