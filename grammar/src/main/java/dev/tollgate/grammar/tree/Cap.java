package dev.tollgate.grammar.tree;

import dev.tollgate.grammar.diagnostic.Span;

/** The most an allotment can come to. */
public sealed interface Cap {

  /** Where it stands in the text. */
  Span span();

  /** Answers with the visitor's method for this kind. */
  <R> R accept(Visitor<R> visitor);

  /** `cap 500_000`. */
  record At(Amount amount, Span span) implements Cap {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.at(this);
    }
  }

  /** `no cap`. */
  record None(Span span) implements Cap {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.none(this);
    }
  }

  /** One method for each kind, so that a new kind breaks every walker at compile time. */
  interface Visitor<R> {

    R at(At at);

    R none(None none);
  }
}
