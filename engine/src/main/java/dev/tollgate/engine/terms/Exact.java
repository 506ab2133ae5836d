package dev.tollgate.engine.terms;

import java.math.BigDecimal;

/**
 * An exact amount of a unit, or an amount without end.
 *
 * @param value 0 when it has no end
 */
record Exact(BigDecimal value, boolean endless) implements Comparable<Exact> {

  static final Exact ENDLESS = new Exact(BigDecimal.ZERO, true);
  static final Exact ZERO = of(BigDecimal.ZERO);

  static Exact of(BigDecimal value) {
    return new Exact(value, false);
  }

  Exact plus(Exact other) {
    return endless || other.endless ? ENDLESS : of(value.add(other.value));
  }

  /** Nothing times no limit is nothing. */
  Exact times(Exact other) {
    boolean nothing = isNothing() || other.isNothing();
    return (endless || other.endless) && !nothing ? ENDLESS : of(value.multiply(other.value));
  }

  private boolean isNothing() {
    return !endless && value.signum() == 0;
  }

  @Override
  public int compareTo(Exact other) {
    return endless || other.endless
        ? Boolean.compare(endless, other.endless)
        : value.compareTo(other.value);
  }
}
