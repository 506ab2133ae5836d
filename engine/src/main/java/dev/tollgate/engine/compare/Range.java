package dev.tollgate.engine.compare;

/**
 * Whole numbers from {@code least} to {@code most}, both included.
 *
 * @param least from 0
 * @param most {@link Curve#NO_END} when there is no last
 */
public record Range(long least, long most) {

  /** From 0 without end. */
  public static final Range ALL = new Range(0, Curve.NO_END);

  public Range {
    if (least < 0 || least > most) {
      throw new IllegalArgumentException("from " + least + " to " + most);
    }
  }

  /** Whether there is no last. */
  public boolean isOpen() {
    return most == Curve.NO_END;
  }

  /** Whether a number lies in it. */
  public boolean contains(long number) {
    return number >= least && number <= most;
  }
}
