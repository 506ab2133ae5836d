package dev.tollgate.engine.ledger;

import dev.tollgate.engine.policy.Window;
import java.util.List;
import java.util.stream.Stream;

/**
 * One counter of a decision that is being settled.
 *
 * @param terms those of the settlement
 * @param drawn what the decision drew from it, in order; empty when it is drawn from only now
 * @param settled what it costs in the end, in steps
 */
record SettlingLine(CounterKey key, CounterTerms terms, List<Drawn> drawn, long settled) {

  SettlingLine {
    drawn = List.copyOf(drawn);
  }

  /** It costs what was decided. */
  static SettlingLine asDecided(Drawn drawn) {
    return new SettlingLine(
        drawn.key(), drawn.draw().terms(), List.of(drawn), drawn.portion().units());
  }

  /** The decision did not draw from it. */
  static SettlingLine anew(Draw draw) {
    return new SettlingLine(draw.key(), draw.terms(), List.of(), draw.cost());
  }

  /** This and another draw of the same decision from the same counter. */
  SettlingLine with(SettlingLine more) {
    return new SettlingLine(
        key,
        terms,
        Stream.concat(drawn.stream(), more.drawn.stream()).toList(),
        Math.addExact(settled, more.settled));
  }

  SettlingLine settledAt(Draw draw) {
    return new SettlingLine(key, draw.terms(), drawn, draw.cost());
  }

  /** What the decision consumed. */
  long decided() {
    return drawn.stream().mapToLong(one -> one.portion().units()).sum();
  }

  /** What remains consumed. */
  long kept() {
    return inFlight() ? 0 : settled;
  }

  /**
   * What has to be drawn now: of an expired decision everything, for nothing of it counts any more.
   */
  long excess(boolean expired) {
    return Math.max(0, kept() - (expired ? 0 : decided()));
  }

  /** What goes back to the moment of the decision. */
  long givenBack(boolean expired) {
    return expired ? decided() : Math.max(0, decided() - kept());
  }

  /** Whether these are calls in flight, which end with the settlement. */
  private boolean inFlight() {
    return terms.window() instanceof Window.InFlight;
  }
}
