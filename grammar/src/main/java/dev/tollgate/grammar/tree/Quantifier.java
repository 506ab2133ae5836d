package dev.tollgate.grammar.tree;

import dev.tollgate.grammar.diagnostic.Span;
import java.util.List;
import java.util.Optional;

/** What a claim holds for. */
public sealed interface Quantifier {

  /** Where it stands in the text. */
  Span span();

  /** Answers with the visitor's method for this kind. */
  <R> R accept(Visitor<R> visitor);

  /** Nothing varies: a plain comparison. */
  record Nothing(Span span) implements Quantifier {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.nothing(this);
    }
  }

  /** `for any number of users, agents`. */
  record Seats(List<Name> seats, Span span) implements Quantifier {
    public Seats {
      seats = List.copyOf(seats);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.seats(this);
    }
  }

  /** `for any amount of extra_credits up to 100_000`. */
  record Bought(Name addOn, Optional<Numeral> upTo, Span span) implements Quantifier {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.bought(this);
    }
  }

  /** `for any records`. */
  record Parameters(List<Name> parameters, Span span) implements Quantifier {
    public Parameters {
      parameters = List.copyOf(parameters);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.parameters(this);
    }
  }

  /** One method for each kind, so that a new kind breaks every walker at compile time. */
  interface Visitor<R> {

    R nothing(Nothing nothing);

    R seats(Seats seats);

    R bought(Bought bought);

    R parameters(Parameters parameters);
  }
}
