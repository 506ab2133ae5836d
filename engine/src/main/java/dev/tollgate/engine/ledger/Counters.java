package dev.tollgate.engine.ledger;

import dev.tollgate.engine.policy.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What can be asked of counters and done to them at one moment, by key. It turns wall time into the
 * clock of each counter and back, and notes every change. Only for the holder of their stripes.
 */
final class Counters {

  private final Stripes stripes;
  private final Instant now;
  private final Reading wall;
  private final Reading steady;
  private final Optional<List<CounterChange>> changes;

  /** The day that was asked for last: most often it is asked for again. */
  private LocalDate day = LocalDate.EPOCH;

  private Instant momentOfDay = Instant.MIN;
  private ZoneId zoneOfDay = ZoneOffset.UTC;
  private boolean opened;

  /**
   * @param at by the wall clock
   * @param drift the wall clock minus steady time then, in milliseconds
   * @param noting whether changes are wanted
   */
  Counters(Stripes stripes, Instant at, long drift, boolean noting) {
    this.stripes = stripes;
    this.now = at.truncatedTo(ChronoUnit.MILLIS);
    this.wall = new Reading(at.toEpochMilli(), drift);
    this.steady = drift == 0 ? wall : new Reading(wall.steady(), 0);
    this.changes = noting ? Optional.of(new ArrayList<>()) : Optional.empty();
  }

  /**
   * Clears away a little, so that nothing has to be cleared away for long: whoever opens a counter
   * looks at some others, and so do some of all calls.
   */
  void sweep(String product, String account) {
    if (stripes.of(product, account).isTimeToSweep() || opened) {
      stripes.sweep(wall, steady);
    }
  }

  /** What was done, in order; nothing when that is not wanted. */
  List<CounterChange> changes() {
    return changes.orElse(List.of());
  }

  /** The wall clock minus steady time. */
  long drift() {
    return wall.ahead();
  }

  /** Whether holds that expire at a moment of steady time have expired by a counter's clock. */
  boolean expired(Draw draw, long expires) {
    return now(draw.key(), draw.terms()).steady() >= expires;
  }

  /** Whether steady time has come to {@code moment}. */
  boolean reached(long moment) {
    return steady.moment() >= moment;
  }

  Standing standing(CounterKey key, CounterTerms terms) {
    Stripe stripe = stripes.of(key);
    Reading at = reading(terms);
    Optional<Meter> found = stripe.find(key, terms);
    if (found.isEmpty()) {
      LocalDate today = day(terms, at.moment());
      return Standing.unused(today, stripe.billed(key, today));
    }
    Meter meter = found.get();
    LocalDate today = day(terms, meter.now(at).moment());
    return standing(meter, terms, meter.usage(terms, at), today, stripe.billed(key, today));
  }

  /** The same right after a draw, which has told most of it. */
  Standing standingAfter(Draw draw, Drawing drawing, BilledDay day) {
    Meter meter = find(draw.key(), draw.terms()).orElseThrow();
    return standing(meter, draw.terms(), drawing.after(), day.day(), day.after());
  }

  private Standing standing(
      Meter meter, CounterTerms terms, Usage usage, LocalDate today, long billed) {
    return Standing.of(
        usage, inFlight(terms) ? Optional.empty() : nextReturn(meter, terms), today, billed);
  }

  private Optional<NextReturn> nextReturn(Meter meter, CounterTerms terms) {
    Optional<NextReturn> next = meter.nextReturn(terms, reading(terms));
    return drift() == 0
        ? next
        : next.map(it -> new NextReturn(wallTime(terms, it.at().toEpochMilli()), it.amount()));
  }

  Room room(CounterKey key, CounterTerms terms, long cost) {
    Reading at = reading(terms);
    Meter meter = find(key, terms).orElseGet(() -> new Meter(terms, at.moment()));
    OptionalLong moment = meter.whenRoom(terms, cost, at);
    if (moment.isEmpty()) {
      return new Room.Never();
    }
    Instant instant = wallTime(terms, moment.getAsLong());
    return inFlight(terms) && moment.getAsLong() > meter.now(at).moment()
        ? new Room.WhenCallsEnd(instant)
        : new Room.At(instant);
  }

  /** Judges the draws in order; those without room, so nothing when all may be drawn. */
  List<Shortage> shortages(List<Draw> draws) {
    List<Shortage> shortages = List.of();
    long[] granted = new long[draws.size()];
    for (int i = 0; i < granted.length; i++) {
      Draw draw = draws.get(i);
      long earlier = earlier(draws, i, granted);
      long room = draw.terms().ceiling() - used(draw) - earlier;
      if (draw.cost() == 0 || draw.cost() <= room) {
        granted[i] = draw.cost();
      } else {
        shortages = shortages.isEmpty() ? new ArrayList<>() : shortages;
        shortages.add(
            new Shortage(
                i,
                saturatedSum(draw.cost(), -room),
                room(draw.key(), draw.terms(), saturatedSum(draw.cost(), earlier))));
      }
    }
    return shortages;
  }

  /** The place of the first draw without room; empty when all may be drawn. */
  OptionalInt firstShort(List<Draw> draws) {
    long[] granted = new long[draws.size()];
    for (int i = 0; i < granted.length; i++) {
      Draw draw = draws.get(i);
      if (draw.cost() > 0
          && draw.cost() > draw.terms().ceiling() - used(draw) - earlier(draws, i, granted)) {
        return OptionalInt.of(i);
      }
      granted[i] = draw.cost();
    }
    return OptionalInt.empty();
  }

  /** What earlier draws of the same decision were granted from the same counter. */
  private static long earlier(List<Draw> draws, int place, long[] granted) {
    long earlier = 0;
    for (int i = 0; i < place; i++) {
      earlier += draws.get(i).key().equals(draws.get(place).key()) ? granted[i] : 0;
    }
    return earlier;
  }

  private long used(Draw draw) {
    Optional<Meter> meter = find(draw.key(), draw.terms());
    return meter.isPresent() ? meter.get().usage(draw.terms(), reading(draw.terms())).used() : 0;
  }

  List<Standing> standings(List<Draw> draws) {
    return draws.stream().map(draw -> standing(draw.key(), draw.terms())).toList();
  }

  /**
   * Consumes, whether there is room or not.
   *
   * @param expires when this is a hold: until when, in steady time
   */
  Drawing draw(Draw draw, String decisionId, OptionalLong expires) {
    Reading at = reading(draw.terms());
    Optional<Meter> found = find(draw.key(), draw.terms());
    opened |= found.isEmpty();
    Meter meter = found.isPresent() ? found.get() : open(draw, at);
    Drawing drawing = meter.draw(draw, decisionId, at, expires);
    if (changes.isPresent()) {
      changes
          .get()
          .add(
              new CounterChange.Consumed(
                  draw.key(), draw.terms(), drawing.portion(), expires, at.ahead()));
    }
    return drawing;
  }

  private Meter open(Draw draw, Reading at) {
    return stripes.of(draw.key()).open(draw.key(), draw.terms(), at.moment());
  }

  /** The meter must have been drawn from. */
  void report(Draw draw, List<Integer> crossed, long moment) {
    if (crossed.isEmpty()) {
      return;
    }
    find(draw.key(), draw.terms()).orElseThrow().report(crossed, moment);
    changes.ifPresent(noted -> noted.add(new CounterChange.Reported(draw.key(), crossed, moment)));
  }

  /**
   * Gives a part of what was drawn back to its moment; nothing when the counter began anew since.
   *
   * @return the part without what had been refunded of it before
   */
  Portion giveBack(Drawn drawn, Portion part) {
    Reading at = reading(drawn.draw().terms());
    Optional<Meter> meter = find(drawn.key(), drawn.draw().terms());
    if (meter.isEmpty()) {
      return part;
    }
    changes.ifPresent(noted -> noted.add(new CounterChange.GivenBack(drawn.key(), part, at)));
    return meter.get().giveBack(part, at);
  }

  /** How many units {@link #refund} can give back. */
  long refundable(CounterKey key, CounterTerms terms) {
    return find(key, terms).map(meter -> meter.refundable(terms, reading(terms))).orElse(0L);
  }

  /** Gives back units that are used now; what was given back, with the day of each part. */
  List<Drawn> refund(CounterKey key, CounterTerms terms, long units) {
    Reading at = reading(terms);
    changes.ifPresent(noted -> noted.add(new CounterChange.Refunded(key, terms, units, at)));
    return find(key, terms).orElseThrow().refund(terms, units, at).stream()
        .map(part -> new Drawn(new Draw(key, terms, part.units()), part, day(terms, part.moment())))
        .toList();
  }

  /**
   * Makes a hold count like everything else; whether it had not expired before.
   *
   * @param expires in steady time
   */
  boolean keepHold(Drawn drawn, long expires) {
    Reading at = reading(drawn.draw().terms());
    Optional<Meter> meter = find(drawn.key(), drawn.draw().terms());
    if (meter.isEmpty()) {
      return false;
    }
    String decision = drawn.portion().decisionId();
    changes.ifPresent(
        noted -> noted.add(new CounterChange.HoldKept(drawn.key(), decision, expires, at)));
    return meter.get().keepHold(decision, expires, at);
  }

  /** Adds billed units to a day, which are billed as the terms say. */
  BilledDay bill(CounterKey key, CounterTerms terms, LocalDate day, long units) {
    Stripe stripe = stripes.of(key);
    if (units == 0) {
      long billed = stripe.billed(key, day);
      return billed == 0 ? stripe.unbilled(day) : BilledDay.unchanged(day, billed);
    }
    BilledDay billed = stripe.bill(key, day, units, terms.billedBy().orElseThrow());
    noteBilled(key, day);
    return billed;
  }

  private void noteBilled(CounterKey key, LocalDate day) {
    changes.ifPresent(
        noted ->
            noted.add(new CounterChange.Billed(key, day, stripes.of(key).billedParts(key, day))));
  }

  /**
   * Takes billed units off a day, and what it does not have off the nearest ones: those that were
   * refunded before may have been taken from another day than their own.
   */
  List<BilledDay> unbill(CounterKey key, LocalDate day, long units) {
    Stripe stripe = stripes.of(key);
    List<BilledDay> days = new ArrayList<>();
    LocalDate next = day;
    long left = units;
    while (true) {
      long off = Math.min(left, stripe.billed(key, next));
      left -= off;
      if (off > 0) {
        days.addAll(stripe.unbill(key, next, off));
        noteBilled(key, next);
      }
      Optional<LocalDate> other = stripe.dayWithBilled(key, day);
      if (left == 0 || other.isEmpty()) {
        return days;
      }
      next = other.get();
    }
  }

  /** What puts a counter and the billed days of its account back to how they stand now. */
  Runnable undoing(CounterKey key) {
    Stripe stripe = stripes.of(key);
    Optional<Meter> meter = stripe.find(key).map(Meter::copy);
    Optional<BilledDays> days = stripe.billedDays(key);
    return () -> {
      stripe.remove(key);
      meter.ifPresent(kept -> stripe.put(key, kept));
      stripe.putBilledDays(key, days);
    };
  }

  /** The calendar day of a draw at a moment of the counter's clock, to be remembered. */
  LocalDate day(Draw draw, long moment) {
    return stripes.of(draw.key()).unbilled(day(draw.terms(), moment)).day();
  }

  /** The calendar day of a moment of the counter's clock for whoever is under these terms. */
  LocalDate day(CounterTerms terms, long moment) {
    Instant instant = wallTime(terms, moment);
    if (!instant.equals(momentOfDay) || !terms.zone().equals(zoneOfDay)) {
      momentOfDay = instant;
      zoneOfDay = terms.zone();
      day = LocalDate.ofInstant(instant, zoneOfDay);
    }
    return day;
  }

  private Optional<Meter> find(CounterKey key, CounterTerms terms) {
    return stripes.of(key).find(key, terms);
  }

  private Reading now(CounterKey key, CounterTerms terms) {
    Reading at = reading(terms);
    return find(key, terms).map(meter -> meter.now(at)).orElse(at);
  }

  /** The clock by which a counter under these terms counts. */
  private Reading reading(CounterTerms terms) {
    return steady(terms) ? steady : wall;
  }

  private Instant wallTime(CounterTerms terms, long moment) {
    long millis = steady(terms) ? saturatedSum(moment, drift()) : moment;
    return millis == wall.moment() ? now : Instant.ofEpochMilli(millis);
  }

  private static boolean steady(CounterTerms terms) {
    return Form.of(terms.window()).steady();
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
