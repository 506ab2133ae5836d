package dev.tollgate.engine.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * How a decision ends: what each of its counters gets back, or has to give in addition. Only for
 * the holder of their stripes.
 */
final class Settling {

  private final Counters counters;
  private final Decision<?, ?> decision;
  private final boolean expired;
  private final List<SettlingLine> lines;

  /** The decision settles at what it cost in the end. */
  Settling(Counters counters, Decision<?, ?> decision, Settlement settlement) {
    this.counters = counters;
    this.decision = decision;
    this.expired = decision.state(counters) == Recorded.State.EXPIRED;
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
    List<BilledDay> days = new ArrayList<>();
    List<Booking> booked = new ArrayList<>();
    giveBack(line, days, booked);
    List<Integer> crossed = List.of();
    if (line.excess(expired) > 0) {
      Draw draw = new Draw(line.key(), line.terms(), line.excess(expired));
      Drawing drawing = counters.draw(draw, decision.take().decisionId(), OptionalLong.empty());
      counters.report(draw, drawing.crossed(), drawing.portion().moment());
      crossed = drawing.crossed();
      Portion portion = drawing.portion();
      LocalDate day = counters.day(line.terms(), portion.moment());
      days.add(counters.bill(line.key(), line.terms(), day, portion.billed()));
      booked.add(new Booking(day, portion.included(), portion.billed()));
    }
    return new Settled.Change(
        line.key(),
        line.decided(),
        line.kept(),
        BilledDay.changes(days),
        booked.stream().filter(booking -> !booking.isEmpty()).toList(),
        counters.standing(line.key(), line.terms()),
        crossed);
  }

  private void giveBack(SettlingLine line, List<BilledDay> days, List<Booking> booked) {
    long left = line.givenBack(expired);
    // Units beyond the included ones come last, so the last draw is the top.
    for (int i = line.drawn().size() - 1; i >= 0; i--) {
      Drawn drawn = line.drawn().get(i);
      Portion off = drawn.portion().top(Math.min(left, drawn.portion().units()));
      left -= off.units();
      Booking booking =
          decision.expires().isPresent()
              ? settleHold(drawn, off, decision.expires().getAsLong())
              : settlePlain(drawn, off);
      if (booking.billed() < 0) {
        days.addAll(counters.unbill(drawn.key(), drawn.day(), -booking.billed()));
      } else {
        CounterTerms terms = drawn.draw().terms();
        days.add(counters.bill(drawn.key(), terms, drawn.day(), booking.billed()));
      }
      booked.add(booking);
    }
  }

  private Booking settlePlain(Drawn drawn, Portion off) {
    Portion back = counters.giveBack(drawn, off);
    return new Booking(drawn.day(), -back.included(), -back.billed());
  }

  private Booking settleHold(Drawn drawn, Portion off, long expires) {
    // What has expired is released already.
    if (counters.keepHold(drawn, expires)) {
      counters.giveBack(drawn, off);
    }
    Portion stays = drawn.portion().without(off);
    return expired
        ? new Booking(drawn.day(), 0, 0)
        : new Booking(drawn.day(), stays.included(), stays.billed());
  }
}
