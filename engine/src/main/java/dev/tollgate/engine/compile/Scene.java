package dev.tollgate.engine.compile;

import java.util.Optional;

/**
 * Where a condition stands, which decides what it may ask about.
 *
 * @param calls the calls that are judged; empty where only the account is known
 * @param declaredByAll whether all of them must declare a parameter that is asked about, rather
 *     than one
 */
record Scene(Optional<ChosenCalls> calls, boolean declaredByAll) {

  /** A line about accounts: an allotment, a rule, an add-on. */
  static final Scene ACCOUNT = new Scene(Optional.empty(), false);

  /** A line that names calls, each of which must have what the line asks about. */
  static Scene each(ChosenCalls calls) {
    return new Scene(Optional.of(calls), true);
  }

  /** A line about whatever calls there are. */
  static Scene some(ChosenCalls calls) {
    return new Scene(Optional.of(calls), false);
  }
}
