package dev.tollgate.engine.ledger;

/**
 * What a decision consumed from one counter at one moment, in steps.
 *
 * @param moment milliseconds since 1970 in UTC, by the counter's clock: see {@link Reading}
 * @param included units that were marked included
 * @param billed units that were marked billed
 */
public record Portion(String decisionId, long moment, long included, long billed) {

  /** All its units. */
  public long units() {
    return included + billed;
  }

  /** The {@code units} that are taken off first: the billed ones. */
  Portion top(long units) {
    long offBilled = Math.min(units, billed);
    return new Portion(decisionId, moment, units - offBilled, offBilled);
  }

  /** So much of it that no more of either kind is in it than given. */
  Portion atMost(long mostIncluded, long mostBilled) {
    return included <= mostIncluded && billed <= mostBilled
        ? this
        : new Portion(
            decisionId, moment, Math.min(included, mostIncluded), Math.min(billed, mostBilled));
  }

  /** This and {@code more} of the same decision and moment. */
  Portion with(Portion more) {
    return new Portion(decisionId, moment, included + more.included, billed + more.billed);
  }

  /** What is left without {@code part}. */
  Portion without(Portion part) {
    return new Portion(decisionId, moment, included - part.included, billed - part.billed);
  }
}
