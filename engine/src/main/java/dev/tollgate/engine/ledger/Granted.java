package dev.tollgate.engine.ledger;

import java.util.List;

/**
 * What an allowed decision came to.
 *
 * @param tallies one for each draw, in the order of the draws
 */
public record Granted(List<Tally> tallies) {

  static final Granted NOTHING = new Granted(List.of());

  public Granted {
    tallies = List.copyOf(tallies);
  }
}
