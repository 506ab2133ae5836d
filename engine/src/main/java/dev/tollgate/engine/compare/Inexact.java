package dev.tollgate.engine.compare;

import dev.tollgate.engine.policy.Place;

/**
 * An amount that is no formula of the kind that can be compared for all numbers: a product of two
 * numbers that both vary, or one that depends on what no account and no parameter says.
 */
public final class Inexact extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Place place;

  Inexact(String message, Place place) {
    super(message);
    this.place = place;
  }

  /** Where it is written. */
  public Place place() {
    return place;
  }
}
