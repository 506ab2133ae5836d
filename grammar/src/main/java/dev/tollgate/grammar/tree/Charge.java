package dev.tollgate.grammar.tree;

import dev.tollgate.grammar.diagnostic.Span;

/** What a cost line says a call comes to. */
public sealed interface Charge {

  /** Where it stands in the text. */
  Span span();

  /** Answers with the visitor's method for this kind. */
  <R> R accept(Visitor<R> visitor);

  /** `costs 3`. */
  record Costs(Cost cost, Span span) implements Charge {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.costs(this);
    }
  }

  /** `not counted`: the quota does not see the call at all. */
  record NotCounted(Span span) implements Charge {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.notCounted(this);
    }
  }

  /** `holds 40 settles at 1 per 1_000 tokens`: the cost is known after the call. */
  record Holds(Cost hold, Cost settle, Span span) implements Charge {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.holds(this);
    }
  }

  /** One method for each kind, so that a new kind breaks every walker at compile time. */
  interface Visitor<R> {

    R costs(Costs costs);

    R notCounted(NotCounted notCounted);

    R holds(Holds holds);
  }
}
