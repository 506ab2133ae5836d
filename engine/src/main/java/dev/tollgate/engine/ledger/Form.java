package dev.tollgate.engine.ledger;

import dev.tollgate.engine.policy.Window;

/** The forms of windows. Counters are written down with the place of their form in this list. */
enum Form {
  ROLLING(true),
  CALENDAR(false),
  FROM_FIRST_CALL(true),
  EVERY_FROM(false),
  BUCKET(true),
  IN_FLIGHT(true);

  private final boolean steady;

  Form(boolean steady) {
    this.steady = steady;
  }

  static Form of(Window window) {
    if (window instanceof Window.Rolling) {
      return ROLLING;
    }
    if (window instanceof Window.Calendar) {
      return CALENDAR;
    }
    if (window instanceof Window.FromFirstCall) {
      return FROM_FIRST_CALL;
    }
    if (window instanceof Window.EveryFrom) {
      return EVERY_FROM;
    }
    if (window instanceof Window.Bucket) {
      return BUCKET;
    }
    if (window instanceof Window.InFlight) {
      return IN_FLIGHT;
    }
    throw new IllegalArgumentException("no form for " + window);
  }

  /** Whether its moments are steady time; otherwise they are those of the wall clock. */
  boolean steady() {
    return steady;
  }
}
