package dev.tollgate.engine.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Counters for calls that nobody asks about again: it judges and consumes as every {@link Ledger}
 * does, and keeps no decision. For one thread.
 */
public final class ForgetfulLedger {

  private final Stripes stripes = new Stripes();

  /**
   * What became of some draws.
   *
   * @param lacking the place of the first draw without room, and then nothing was drawn; empty when
   *     all were
   * @param drawn what was drawn, in the order of the draws
   * @param days how that changed the billed units of a day, in the same order
   */
  public record Taken(OptionalInt lacking, List<Drawn> drawn, List<BilledDay> days) {

    public Taken {
      drawn = List.copyOf(drawn);
      days = List.copyOf(days);
    }
  }

  /**
   * Consumes all draws, or none.
   *
   * @param call tells calls apart that may be in flight at once
   * @param at not before that of the call before, in whole milliseconds
   * @param draws of one account, at least one of a product, in the order in which they are judged
   */
  public Taken take(String product, String account, String call, Instant at, List<Draw> draws) {
    Counters counters = counters(at);
    OptionalInt lacking = counters.firstShort(draws);
    if (lacking.isPresent()) {
      return new Taken(lacking, List.of(), List.of());
    }
    List<Drawn> drawn = new ArrayList<>(draws.size());
    List<BilledDay> days = new ArrayList<>(draws.size());
    for (Draw draw : draws) {
      Portion portion = counters.draw(draw, call, OptionalLong.empty()).portion();
      Drawn one = new Drawn(draw, portion, counters.day(draw.terms(), portion.moment()));
      drawn.add(one);
      days.add(counters.bill(draw.key(), draw.terms(), one.day(), portion.billed()));
    }
    counters.sweep(product, account);
    return new Taken(lacking, drawn, days);
  }

  /** Ends a call in flight: these of its draws are given back. */
  public void end(List<Drawn> inFlight, Instant at) {
    Counters counters = counters(at);
    inFlight.forEach(drawn -> counters.giveBack(drawn, drawn.portion()));
  }

  private Counters counters(Instant at) {
    return new Counters(stripes, at, 0, false);
  }
}
