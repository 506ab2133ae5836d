package dev.tollgate.engine.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a decision ends: what each of its counters gets back, or has to give in addition. Only for
 * the holder of their stripes.
 */
final class Settling {

  private final Counters counters;
  private final Decision<?, ?> decision;
  private final long at;
  private final boolean expired;
  private final List<SettlingLine> lines;

  /** The decision settles at what it cost in the end. */
  Settling(Counters counters, Decision<?, ?> decision, Settlement settlement) {
    this.counters = counters;
    this.decision = decision;
    this.at = settlement.at().toEpochMilli();
    this.expired = decision.state(counters, settlement.at()) == Recorded.State.EXPIRED;
    this.lines = lines(decision, settlement);
  }

  /** What has to be drawn now. */
  List<Draw> excess() {
    return lines.stream()
        .map(line -> new Draw(line.key(), line.terms(), line.excess(expired)))
        .filter(draw -> draw.cost() > 0)
        .toList();
  }

  /** Settles; there must be room for the excess. */
  Settled settle() {
    return new Settled(lines.stream().map(this::settle).toList());
  }

  private static List<SettlingLine> lines(Decision<?, ?> decision, Settlement settlement) {
    Map<CounterKey, SettlingLine> lines = new LinkedHashMap<>();
    for (Drawn drawn : decision.drawn()) {
      lines.merge(drawn.key(), SettlingLine.asDecided(drawn), SettlingLine::with);
    }
    Map<CounterKey, Draw> settled = new LinkedHashMap<>();
    for (Draw draw : settlement.draws()) {
      settled.merge(draw.key(), draw, Settling::sum);
    }
    settled.forEach(
        (key, draw) ->
            lines.merge(key, SettlingLine.anew(draw), (line, any) -> line.settledAt(draw)));
    return List.copyOf(lines.values());
  }

  private static Draw sum(Draw one, Draw more) {
    return new Draw(one.key(), more.terms(), Math.addExact(one.cost(), more.cost()));
  }

  private Settled.Change settle(SettlingLine line) {
    List<BilledDay> days = new ArrayList<>(giveBack(line));
    List<Integer> crossed = List.of();
    if (line.excess(expired) > 0) {
      Draw draw = new Draw(line.key(), line.terms(), line.excess(expired));
      Drawing drawing = counters.draw(draw, decision.take().decisionId(), at, Optional.empty());
      counters.report(draw, drawing);
      crossed = drawing.crossed();
      Portion portion = drawing.portion();
      days.add(
          counters.bill(
              line.key(), Counters.day(line.terms(), portion.moment()), portion.billed()));
    }
    return new Settled.Change(
        line.key(),
        line.decided(),
        line.kept(),
        BilledDay.changes(days),
        counters.standing(line.key(), line.terms(), at),
        crossed);
  }

  private List<BilledDay> giveBack(SettlingLine line) {
    List<BilledDay> days = new ArrayList<>();
    long left = line.givenBack(expired);
    // Units beyond the included ones come last, so the last draw is the top.
    for (int i = line.drawn().size() - 1; i >= 0; i--) {
      Drawn drawn = line.drawn().get(i);
      Portion off = drawn.portion().top(Math.min(left, drawn.portion().units()));
      left -= off.units();
      days.add(
          decision.take().expires().isPresent()
              ? settleHold(drawn, off, decision.take().expires().get())
              : settlePlain(drawn, off));
    }
    return days;
  }

  private BilledDay settlePlain(Drawn drawn, Portion off) {
    counters.giveBack(drawn, off, at);
    return counters.bill(drawn.key(), drawn.day(), -off.billed());
  }

  private BilledDay settleHold(Drawn drawn, Portion off, Instant expires) {
    // What has expired is released already.
    if (counters.keepHold(drawn, expires, at)) {
      counters.giveBack(drawn, off, at);
    }
    long stays = drawn.portion().without(off).billed();
    return counters.bill(drawn.key(), drawn.day(), expired ? 0 : stays);
  }
}
