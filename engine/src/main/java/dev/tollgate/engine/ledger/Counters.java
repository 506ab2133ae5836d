package dev.tollgate.engine.ledger;

import dev.tollgate.engine.policy.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What can be asked of counters and done to them, by key. Only for the holder of their stripes.
 * Moments are milliseconds since 1970 in UTC.
 */
final class Counters {

  private final Stripes stripes;

  Counters(Stripes stripes) {
    this.stripes = stripes;
  }

  /** What {@code at} is by the counter's clock. */
  long now(Draw draw, long at) {
    return find(draw.key(), draw.terms()).map(meter -> meter.now(at)).orElse(at);
  }

  Standing standing(CounterKey key, CounterTerms terms, long at) {
    Optional<Meter> meter = find(key, terms);
    Usage usage = meter.map(found -> found.usage(terms, at)).orElse(Usage.NONE);
    LocalDate day = day(terms, meter.map(found -> found.now(at)).orElse(at));
    return new Standing(
        usage.used(),
        usage.included(),
        inFlight(terms) ? Optional.empty() : meter.flatMap(found -> found.nextReturn(terms, at)),
        day,
        stripes.of(key).billed(key, day));
  }

  Room room(CounterKey key, CounterTerms terms, long cost, long at) {
    Meter meter = find(key, terms).orElseGet(() -> new Meter(terms, at));
    OptionalLong moment = meter.whenRoom(terms, cost, at);
    if (moment.isEmpty()) {
      return new Room.Never();
    }
    Instant instant = Instant.ofEpochMilli(moment.getAsLong());
    return inFlight(terms) && moment.getAsLong() > meter.now(at)
        ? new Room.WhenCallsEnd(instant)
        : new Room.At(instant);
  }

  /** Judges the draws in order; those without room, so nothing when all may be drawn. */
  List<Shortage> shortages(List<Draw> draws, long at) {
    List<Shortage> shortages = new ArrayList<>();
    long[] granted = new long[draws.size()];
    for (int i = 0; i < draws.size(); i++) {
      Draw draw = draws.get(i);
      long earlier = 0;
      for (int j = 0; j < i; j++) {
        earlier += draws.get(j).key().equals(draw.key()) ? granted[j] : 0;
      }
      long used =
          find(draw.key(), draw.terms())
              .map(meter -> meter.usage(draw.terms(), at).used())
              .orElse(0L);
      long room = draw.terms().ceiling() - used - earlier;
      if (draw.cost() == 0 || draw.cost() <= room) {
        granted[i] = draw.cost();
      } else {
        shortages.add(
            new Shortage(
                i,
                saturatedSum(draw.cost(), -room),
                room(draw.key(), draw.terms(), saturatedSum(draw.cost(), earlier), at)));
      }
    }
    return shortages;
  }

  List<Standing> standings(List<Draw> draws, long at) {
    return draws.stream().map(draw -> standing(draw.key(), draw.terms(), at)).toList();
  }

  Drawing draw(Draw draw, String decisionId, long at, Optional<Instant> expires) {
    return stripes
        .of(draw.key())
        .open(draw.key(), draw.terms(), at)
        .draw(draw, decisionId, at, expires);
  }

  /** The meter must have been drawn from. */
  void report(Draw draw, Drawing drawing) {
    find(draw.key(), draw.terms()).orElseThrow().report(drawing);
  }

  /**
   * Gives a part of what was drawn back to its moment; nothing when the counter began anew since.
   */
  void giveBack(Drawn drawn, Portion part, long at) {
    find(drawn.key(), drawn.draw().terms()).ifPresent(meter -> meter.giveBack(part, at));
  }

  /** Makes a hold count like everything else; whether it had not expired before. */
  boolean keepHold(Drawn drawn, Instant expires, long at) {
    return find(drawn.key(), drawn.draw().terms())
        .map(meter -> meter.keepHold(drawn.portion().decisionId(), expires, at))
        .orElse(false);
  }

  /** Adds billed units to a day; fewer than 0 are taken off. */
  BilledDay bill(CounterKey key, LocalDate day, long units) {
    return stripes.of(key).bill(key, day, units);
  }

  /** The calendar day of a moment for whoever is under these terms. */
  static LocalDate day(CounterTerms terms, long moment) {
    return LocalDate.ofInstant(Instant.ofEpochMilli(moment), terms.zone());
  }

  private Optional<Meter> find(CounterKey key, CounterTerms terms) {
    return stripes.of(key).find(key, terms);
  }

  /** Calls in flight may end at any time, so nobody knows when their units come back. */
  private static boolean inFlight(CounterTerms terms) {
    return terms.window() instanceof Window.InFlight;
  }

  private static long saturatedSum(long a, long b) {
    long sum = a + b;
    return a > 0 && b > 0 && sum < 0 ? Long.MAX_VALUE : sum;
  }
}
