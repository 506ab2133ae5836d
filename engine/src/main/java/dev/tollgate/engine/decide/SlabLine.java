package dev.tollgate.engine.decide;

import dev.tollgate.engine.policy.Place;
import java.math.BigDecimal;

/**
 * The part of a price that one line of the price list makes.
 *
 * @param text the line as its author wrote it
 * @param units charged on it, in the add-on's unit
 * @param each money for one unit; for flat prices and packs, for all of them
 */
public record SlabLine(String text, BigDecimal units, BigDecimal each, Money amount, Place at) {}
