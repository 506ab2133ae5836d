package dev.tollgate.engine.decide;

import dev.tollgate.engine.policy.Place;
import java.math.BigDecimal;

/**
 * The part of a price that one line of the price list makes.
 *
 * @param text the line as its author wrote it
 * @param units charged on it, in the add-on's unit; below 0 where they are taken off it again
 * @param each money for one unit; for flat prices and packs, for all of them
 * @param amount money for these units; below 0 where it is given back
 */
public record SlabLine(String text, BigDecimal units, BigDecimal each, Money amount, Place at) {

  /** This and {@code more} units of the same line of the price list. */
  public SlabLine plus(SlabLine more) {
    BigDecimal sum = units.add(more.units).stripTrailingZeros();
    BigDecimal plain = sum.scale() < 0 ? sum.setScale(0) : sum;
    return new SlabLine(text, plain, each, amount.plus(more.amount), at);
  }

  SlabLine negated() {
    return new SlabLine(
        text, units.negate(), each, Money.zero(amount.currency()).minus(amount), at);
  }

  public boolean isNothing() {
    return units.signum() == 0 && amount.amount().signum() == 0;
  }
}
