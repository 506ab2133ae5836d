package dev.tollgate.engine.compare;

/** What a change means to accounts. */
public enum Verdict {
  /** Nothing has another effect. */
  IDENTICAL,
  /** Something is different, and no amount, cost or price is better or worse. */
  DIFFERENT,
  /** Better for some, and worse for nobody. */
  NEVER_WORSE,
  /** Worse for some, and better for nobody. */
  NEVER_BETTER,
  /** Better for some and worse for others, or not known not to be. */
  MIXED;

  /** The verdict on a difference of which this much is known. */
  static Verdict of(boolean worse, boolean better) {
    if (worse) {
      return better ? MIXED : NEVER_BETTER;
    }
    return better ? NEVER_WORSE : DIFFERENT;
  }

  /** Whether it may be worse for some. */
  public boolean mayBeWorse() {
    return this == NEVER_BETTER || this == MIXED;
  }

  /** Whether it may be better for some. */
  public boolean mayBeBetter() {
    return this == NEVER_WORSE || this == MIXED;
  }

  /** The verdict on two changes together. */
  public Verdict and(Verdict other) {
    if (this == IDENTICAL || other == IDENTICAL) {
      return this == IDENTICAL ? other : this;
    }
    return of(mayBeWorse() || other.mayBeWorse(), mayBeBetter() || other.mayBeBetter());
  }
}
