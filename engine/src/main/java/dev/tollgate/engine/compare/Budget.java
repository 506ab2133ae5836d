package dev.tollgate.engine.compare;

/** The work that one question may take before it is given up. For use by one thread. */
final class Budget {

  private final int most;
  private int spent;

  Budget(int most) {
    this.most = most;
  }

  /**
   * Takes one step.
   *
   * @throws TooFine if that is one too many
   */
  void spend() {
    spent++;
    if (spent > most) {
      throw new TooFine("a comparison takes more than " + most + " steps");
    }
  }
}
