package dev.tollgate.engine.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;

/**
 * One thing that was done to one counter. Done once more to a counter that stands as it stood then,
 * it leaves it as it was left then; so the changes of a ledger, in their order, make up for what
 * happened after a counter was written down.
 */
public sealed interface CounterChange {

  CounterKey key();

  <R> R accept(Visitor<R> visitor);

  /**
   * Units were consumed, or none by a call that costs nothing. The moment of the portion is the one
   * of the counter's clock.
   *
   * @param expires when this is a hold: the moment in steady time from which it counts for nothing
   * @param ahead how far the counter's clock was ahead of steady time, in milliseconds
   */
  record Consumed(
      CounterKey key, CounterTerms terms, Portion portion, OptionalLong expires, long ahead)
      implements CounterChange {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitConsumed(this);
    }
  }

  /**
   * The crossing of thresholds was reported.
   *
   * @param places of the thresholds in {@link CounterTerms#warnAt}, ascending
   * @param moment by the counter's clock
   */
  record Reported(CounterKey key, List<Integer> places, long moment) implements CounterChange {
    public Reported {
      places = List.copyOf(places);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitReported(this);
    }
  }

  /**
   * A portion, or a part of one, went back to its moment.
   *
   * @param at when, by the counter's clock
   */
  record GivenBack(CounterKey key, Portion part, Reading at) implements CounterChange {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitGivenBack(this);
    }
  }

  /**
   * A hold counts like everything else from now on.
   *
   * @param expires when it would have expired, in steady time
   * @param at when, by the counter's clock
   */
  record HoldKept(CounterKey key, String decisionId, long expires, Reading at)
      implements CounterChange {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitHoldKept(this);
    }
  }

  /**
   * An adjustment gave back units, the billed and latest ones first.
   *
   * @param units in steps, from 1
   * @param at when, by the counter's clock
   */
  record Refunded(CounterKey key, CounterTerms terms, long units, Reading at)
      implements CounterChange {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitRefunded(this);
    }
  }

  /**
   * The billed units of a day of the counter's quota and account changed.
   *
   * @param parts what they are now
   */
  record Billed(CounterKey key, LocalDate day, List<BilledPart> parts) implements CounterChange {
    public Billed {
      parts = List.copyOf(parts);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitBilled(this);
    }
  }

  /** One method for each change. */
  interface Visitor<R> {
    R visitConsumed(Consumed consumed);

    R visitReported(Reported reported);

    R visitGivenBack(GivenBack givenBack);

    R visitHoldKept(HoldKept holdKept);

    R visitRefunded(Refunded refunded);

    R visitBilled(Billed billed);
  }
}
