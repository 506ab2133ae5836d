package dev.tollgate.engine.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;

/** The doing of one adjustment. Only for the holder of its counter's stripe. */
final class Adjusting {

  private final Counters counters;
  private final Adjustment adjustment;
  private final CounterKey key;
  private final CounterTerms terms;

  Adjusting(Counters counters, Adjustment adjustment) {
    this.counters = counters;
    this.adjustment = adjustment;
    this.key = adjustment.key();
    this.terms = adjustment.terms();
  }

  /** The most that can be given back, in steps. */
  long most() {
    return counters.refundable(key, terms);
  }

  /** What was done, and the answer to it. */
  record Made<E>(Settled settled, E answer) {}

  /** Adjusts, there being enough to give back; when the answer fails, nothing has changed. */
  <E> Made<E> adjust(Function<Settled, E> answer) {
    Runnable undo = counters.undoing(key);
    try {
      Settled settled = adjust();
      return new Made<>(settled, answer.apply(settled));
    } catch (RuntimeException | Error failure) {
      undo.run();
      throw failure;
    }
  }

  private Settled adjust() {
    long before = counters.standing(key, terms).used();
    List<BilledDay> days = new ArrayList<>();
    List<Booking> booked = new ArrayList<>();
    List<Integer> crossed = List.of();
    if (adjustment.units() > 0) {
      refund(days, booked);
    } else {
      crossed = consume(days, booked);
    }
    return new Settled(
        List.of(
            new Settled.Change(
                key,
                before,
                before - adjustment.units(),
                BilledDay.changes(days),
                booked,
                counters.standing(key, terms),
                crossed)));
  }

  private void refund(List<BilledDay> days, List<Booking> booked) {
    for (Drawn part : counters.refund(key, terms, adjustment.units())) {
      Portion portion = part.portion();
      booked.add(new Booking(part.day(), -portion.included(), -portion.billed()));
      days.addAll(counters.unbill(key, part.day(), portion.billed()));
    }
  }

  private List<Integer> consume(List<BilledDay> days, List<Booking> booked) {
    Draw draw = new Draw(key, terms, -adjustment.units());
    Drawing drawing = counters.draw(draw, adjustment.id(), OptionalLong.empty());
    counters.report(draw, drawing.crossed(), drawing.portion().moment());
    Portion portion = drawing.portion();
    Booking booking =
        new Booking(counters.day(terms, portion.moment()), portion.included(), portion.billed());
    booked.add(booking);
    days.add(counters.bill(key, terms, booking.day(), booking.billed()));
    return drawing.crossed();
  }
}
