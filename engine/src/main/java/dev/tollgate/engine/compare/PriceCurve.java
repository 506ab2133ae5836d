package dev.tollgate.engine.compare;

import dev.tollgate.engine.policy.Price;
import dev.tollgate.engine.policy.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** A price as a function of the amount: money by steps of the unit, exactly. */
public final class PriceCurve {

  private PriceCurve() {}

  /**
   * What an amount costs. Behind the last slab or pack the price of the last one goes on: nothing
   * can be bought there.
   *
   * @param unit what is bought; the curve's numbers are its steps
   */
  public static Curve of(Price price, Unit unit) {
    if (price instanceof Price.Graduated graduated) {
      return graduated(graduated.slabs(), unit);
    } else if (price instanceof Price.Volume volume) {
      return volume(volume.slabs(), unit);
    } else if (price instanceof Price.Flat flat) {
      return Curve.constant(Rational.ZERO).until(0, Curve.constant(Rational.of(flat.money())));
    } else if (price instanceof Price.Packs packs) {
      return packs(packs.packs());
    }
    throw new IllegalStateException("no such price: " + price);
  }

  /** The units of each slab at its own price. */
  private static Curve graduated(List<Price.Slab> slabs, Unit unit) {
    Curve sum = Curve.constant(Rational.ZERO);
    for (Price.Slab slab : slabs) {
      Curve above = Curve.identity().minus(Curve.constant(Rational.of(slab.above())));
      Curve within =
          Curve.constant(Rational.ZERO)
              .greaterOf(above)
              .lesserOf(Curve.constant(Rational.of(slab.to() - slab.above())));
      sum = sum.plus(within.times(each(slab, unit)));
    }
    return sum;
  }

  /** All units at the price of the slab that they reach. */
  private static Curve volume(List<Price.Slab> slabs, Unit unit) {
    List<Curve> curves = new ArrayList<>();
    slabs.forEach(slab -> curves.add(Curve.identity().times(each(slab, unit))));
    return oneAfterTheOther(curves, slabs.stream().map(Price.Slab::to).toList());
  }

  /** The smallest pack that is large enough. */
  private static Curve packs(List<Price.Pack> packs) {
    List<Curve> curves = new ArrayList<>();
    packs.forEach(pack -> curves.add(Curve.constant(Rational.of(pack.money()))));
    Curve nothing = Curve.constant(Rational.ZERO);
    return nothing.until(
        0, oneAfterTheOther(curves, packs.stream().map(Price.Pack::size).toList()));
  }

  private static Curve oneAfterTheOther(List<Curve> curves, List<Long> ends) {
    Curve rest = curves.get(curves.size() - 1);
    for (int i = curves.size() - 2; i >= 0; i--) {
      rest = curves.get(i).until(ends.get(i), rest);
    }
    return rest;
  }

  private static Rational each(Price.Slab slab, Unit unit) {
    BigDecimal perStep = slab.each().movePointLeft(unit.decimals());
    return Rational.of(perStep);
  }
}
