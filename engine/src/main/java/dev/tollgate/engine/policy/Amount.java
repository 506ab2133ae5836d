package dev.tollgate.engine.policy;

import java.math.BigDecimal;
import java.util.List;

/**
 * How much, as an exact formula over an account's profile. Constants are in the quota's unit (not
 * in steps), checked to have no more decimals than it.
 */
public sealed interface Amount {

  Place place();

  <R> R accept(Visitor<R> visitor);

  record Constant(BigDecimal value, Place place) implements Amount {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitConstant(this);
    }
  }

  /**
   * {@code each} for every seat above {@code above}.
   *
   * @param above seats that count nothing, from 0
   */
  record PerSeat(BigDecimal each, String seat, long above, Place place) implements Amount {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitPerSeat(this);
    }
  }

  /** The value of a fact: a count, an amount, or a percentage (80 % is 0.8). */
  record FactValue(String fact, Place place) implements Amount {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitFactValue(this);
    }
  }

  /** The number the account's edition declares. */
  record EditionNumber(Place place) implements Amount {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitEditionNumber(this);
    }
  }

  /** What the cap leaves beside everything but the add-on that asks; see language.md 6.4. */
  record RoomUnderCap(Place place) implements Amount {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitRoomUnderCap(this);
    }
  }

  /** Without end; greater than every number. */
  record NoLimit(Place place) implements Amount {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitNoLimit(this);
    }
  }

  record Sum(List<Amount> parts, Place place) implements Amount {
    public Sum {
      parts = List.copyOf(parts);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitSum(this);
    }
  }

  record Times(Amount left, Amount right, Place place) implements Amount {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitTimes(this);
    }
  }

  /** {@code amount ÷ by}, rounded to the last decimal of the unit. */
  record DividedBy(Amount amount, BigDecimal by, Rounding rounding, Place place) implements Amount {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitDividedBy(this);
    }
  }

  record GreaterOf(List<Amount> choices, Place place) implements Amount {
    public GreaterOf {
      choices = List.copyOf(choices);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitGreaterOf(this);
    }
  }

  record LesserOf(List<Amount> choices, Place place) implements Amount {
    public LesserOf {
      choices = List.copyOf(choices);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitLesserOf(this);
    }
  }

  /** One method for each form, so that a new form breaks every walker at compile time. */
  interface Visitor<R> {
    R visitConstant(Constant constant);

    R visitPerSeat(PerSeat perSeat);

    R visitFactValue(FactValue factValue);

    R visitEditionNumber(EditionNumber editionNumber);

    R visitRoomUnderCap(RoomUnderCap roomUnderCap);

    R visitNoLimit(NoLimit noLimit);

    R visitSum(Sum sum);

    R visitTimes(Times times);

    R visitDividedBy(DividedBy dividedBy);

    R visitGreaterOf(GreaterOf greaterOf);

    R visitLesserOf(LesserOf lesserOf);
  }
}
