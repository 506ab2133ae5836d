package dev.tollgate.engine.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * The consuming of all draws of one decision for which there is room. Only for the holder of their
 * stripes.
 */
final class Taking {

  private final Counters counters;
  private final Take take;
  private final OptionalLong expires;
  private final List<Drawn> drawn;
  private Granted granted = Granted.NOTHING;

  Taking(Counters counters, Take take) {
    this.counters = counters;
    this.take = take;
    this.drawn = new ArrayList<>(take.draws().size());
    this.expires =
        take.expires().isPresent()
            ? OptionalLong.of(take.expires().get().toEpochMilli() - counters.drift())
            : OptionalLong.empty();
  }

  /** Consumes and makes the answer; when that fails, nothing was consumed. */
  <A> A answer(Function<Granted, A> answer) {
    try {
      Tally[] tallies = new Tally[take.draws().size()];
      for (int i = 0; i < tallies.length; i++) {
        tallies[i] = draw(take.draws().get(i));
      }
      granted = new Granted(List.of(tallies));
      A made = answer.apply(granted);
      // Only now, for a threshold is reported by the answer.
      for (int i = 0; i < tallies.length; i++) {
        Drawn one = drawn.get(i);
        counters.report(one.draw(), tallies[i].crossed(), one.portion().moment());
      }
      return made;
    } catch (RuntimeException | Error failure) {
      undo();
      throw failure;
    }
  }

  /** What that came to. */
  Granted granted() {
    return granted;
  }

  /** What was consumed, in the order of the draws. */
  List<Drawn> drawn() {
    return drawn;
  }

  private Tally draw(Draw draw) {
    Drawing drawing = counters.draw(draw, take.decisionId(), expires);
    Portion portion = drawing.portion();
    Drawn one = new Drawn(draw, portion, counters.day(draw, portion.moment()));
    drawn.add(one);
    BilledDay day = counters.bill(draw.key(), draw.terms(), one.day(), enteringDay(portion));
    return new Tally(
        drawing.before().used(),
        portion.included(),
        portion.billed(),
        day,
        counters.standingAfter(draw, drawing, day),
        drawing.crossed());
  }

  private void undo() {
    for (Drawn one : drawn) {
      expires.ifPresent(moment -> counters.keepHold(one, moment));
      counters.giveBack(one, one.portion());
      counters.unbill(one.key(), one.day(), enteringDay(one.portion()));
    }
  }

  /** The billed units of a hold enter their day when it is committed. */
  private long enteringDay(Portion portion) {
    return expires.isPresent() ? 0 : portion.billed();
  }
}
