package dev.tollgate.engine.terms;

/**
 * How much of an add-on an account holds.
 *
 * @param mode how it is billed
 * @param amount in steps of the add-on's unit, from 0; what was bought, or the limit on what may be
 *     used
 */
public record Holding(Mode mode, long amount) {

  /** The two ways to be billed. */
  public enum Mode {
    /** The amount is paid for, whether it is used or not. */
    BOUGHT,
    /** Only what is used beyond the included allotment is paid for. */
    USED
  }

  public Holding {
    if (amount < 0) {
      throw new IllegalArgumentException("holds " + amount);
    }
  }
}
