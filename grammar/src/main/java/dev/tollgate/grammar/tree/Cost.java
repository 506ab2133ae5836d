package dev.tollgate.grammar.tree;

import dev.tollgate.grammar.diagnostic.Span;
import java.util.List;
import java.util.Optional;

/** Units that one call consumes. */
public sealed interface Cost {

  /** Where it stands in the text. */
  Span span();

  /** Answers with the visitor's method for this kind. */
  <R> R accept(Visitor<R> visitor);

  /** `3`. */
  record Fixed(Quantity quantity, Span span) implements Cost {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.fixed(this);
    }
  }

  /** `1 per 10 records`; without a group it is 1. Rounding is up (each begun group) unless said. */
  record PerParameter(
      Quantity each, Optional<Numeral> group, Name parameter, Rounding rounding, Span span)
      implements Cost {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.perParameter(this);
    }
  }

  /** `sum of its calls`: a composite costs what is in it. */
  record SumOfCalls(Span span) implements Cost {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.sumOfCalls(this);
    }
  }

  /** `1 + 2 per include`; two or more terms. */
  record Sum(List<Cost> terms, Span span) implements Cost {
    public Sum {
      terms = List.copyOf(terms);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.sum(this);
    }
  }

  /** `1 per 10 records, at least 2`. */
  record AtLeast(Cost cost, Quantity least, Span span) implements Cost {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.atLeast(this);
    }
  }

  /** `by offset { to 2_000 3 … beyond 100 }`. */
  record Bands(Name parameter, List<Band> bands, Span span) implements Cost {
    public Bands {
      bands = List.copyOf(bands);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.bands(this);
    }
  }

  /** One method for each kind, so that a new kind breaks every walker at compile time. */
  interface Visitor<R> {

    R fixed(Fixed fixed);

    R perParameter(PerParameter perParameter);

    R sumOfCalls(SumOfCalls sumOfCalls);

    R sum(Sum sum);

    R atLeast(AtLeast atLeast);

    R bands(Bands bands);
  }
}
