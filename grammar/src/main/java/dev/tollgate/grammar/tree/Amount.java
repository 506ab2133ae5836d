package dev.tollgate.grammar.tree;

import dev.tollgate.grammar.diagnostic.Span;
import java.util.List;
import java.util.Optional;

/** How much, in exact arithmetic. */
public sealed interface Amount {

  /** Where it stands in the text. */
  Span span();

  /** Answers with the visitor's method for this kind. */
  <R> R accept(Visitor<R> visitor);

  /** `5_000` or `5_000 credits`. */
  record Fixed(Quantity quantity, Span span) implements Amount {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.fixed(this);
    }
  }

  /** `250 per user above 20`. */
  record PerSeat(Quantity each, Name seat, Optional<Numeral> above, Span span) implements Amount {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.perSeat(this);
    }
  }

  /** The value of a fact of the account. */
  record FactValue(Name fact, Span span) implements Amount {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.factValue(this);
    }
  }

  /** `edition number`: the number the account's edition was declared with. */
  record EditionNumber(Span span) implements Amount {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.editionNumber(this);
    }
  }

  /** `a + b`, and what `plus` lines add; two or more terms. */
  record Sum(List<Amount> terms, Span span) implements Amount {
    public Sum {
      terms = List.copyOf(terms);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.sum(this);
    }
  }

  /** `a × b`. */
  record Times(Amount left, Amount right, Span span) implements Amount {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.times(this);
    }
  }

  /** `a ÷ 3, rounded up`. */
  record Divided(Amount amount, Numeral by, Rounding rounding, Span span) implements Amount {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.divided(this);
    }
  }

  /** `greater of a, b and c`; two or more. */
  record GreaterOf(List<Amount> amounts, Span span) implements Amount {
    public GreaterOf {
      amounts = List.copyOf(amounts);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.greaterOf(this);
    }
  }

  /** `lesser of a and b`; two or more. */
  record LesserOf(List<Amount> amounts, Span span) implements Amount {
    public LesserOf {
      amounts = List.copyOf(amounts);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.lesserOf(this);
    }
  }

  /** `a, at least 100`. */
  record AtLeast(Amount amount, Quantity least, Span span) implements Amount {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.atLeast(this);
    }
  }

  /** `room under cap`: what the cap leaves above everything else. */
  record RoomUnderCap(Span span) implements Amount {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.roomUnderCap(this);
    }
  }

  /** `no limit`. */
  record NoLimit(Span span) implements Amount {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.noLimit(this);
    }
  }

  /** `capacity 100 refill 10 per second`. */
  record Capacity(Quantity capacity, Quantity refill, Stretch every, Span span) implements Amount {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.capacity(this);
    }
  }

  /** `same as professional`. */
  record SameAs(Name edition, Span span) implements Amount {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.sameAs(this);
    }
  }

  /** One method for each kind, so that a new kind breaks every walker at compile time. */
  interface Visitor<R> {

    R fixed(Fixed fixed);

    R perSeat(PerSeat perSeat);

    R factValue(FactValue factValue);

    R editionNumber(EditionNumber editionNumber);

    R sum(Sum sum);

    R times(Times times);

    R divided(Divided divided);

    R greaterOf(GreaterOf greaterOf);

    R lesserOf(LesserOf lesserOf);

    R atLeast(AtLeast atLeast);

    R roomUnderCap(RoomUnderCap roomUnderCap);

    R noLimit(NoLimit noLimit);

    R capacity(Capacity capacity);

    R sameAs(SameAs sameAs);
  }
}
