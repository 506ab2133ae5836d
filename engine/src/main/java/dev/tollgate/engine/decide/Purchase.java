package dev.tollgate.engine.decide;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What buying add-ons costs.
 *
 * @param perDay money a day; empty when an add-on is billed per month or has no price
 * @param per30Days money for 30 days, which is how a month is quoted; empty when an add-on has no
 *     price, or two have prices in different currencies
 * @param lines one for each add-on bought; at least one
 */
public record Purchase(Optional<Money> perDay, Optional<Money> per30Days, List<Line> lines) {

  public Purchase {
    lines = List.copyOf(lines);
  }

  /**
   * One add-on.
   *
   * @param amount in the add-on's unit, on top of what is held
   * @param perDay money a day; empty when it is billed per month or has no price
   * @param per30Days money for 30 days; for a month when it is billed per month
   * @param slabs how the price of the whole amount, with what is held, comes about
   */
  public record Line(
      String addOn,
      BigDecimal amount,
      Optional<Money> perDay,
      Optional<Money> per30Days,
      List<SlabLine> slabs) {
    public Line {
      slabs = List.copyOf(slabs);
    }
  }
}
