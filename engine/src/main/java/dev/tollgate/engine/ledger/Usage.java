package dev.tollgate.engine.ledger;

/**
 * Units in a window.
 *
 * @param used all of them, in steps
 * @param included those that were marked included
 */
record Usage(long used, long included) {

  static final Usage NONE = new Usage(0, 0);

  /** {@code used} units of which {@code billed} were marked billed. */
  static Usage of(long used, long billed) {
    return new Usage(used, used - billed);
  }
}
