package dev.tollgate.grammar.tree;

import dev.tollgate.grammar.diagnostic.Span;
import java.util.Optional;

/** A line of a contract. */
public sealed interface ContractClause
    permits CallCost, ContractClause.Allot, ContractClause.InForce, ContractClause.KeepGreater {

  /** Where it stands in the text. */
  Span span();

  /** Answers with the visitor's method for this kind. */
  <R> R accept(Visitor<R> visitor);

  /** `from 2026-01-01 through 2026-12-31`. */
  record InForce(Period period, Span span) implements ContractClause {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.inForce(this);
    }
  }

  /** `allot credits base 250_000 cap 2_000_000`, its `plus` lines added in. */
  record Allot(Name quota, Amount amount, Optional<Cap> cap, Span span) implements ContractClause {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.allot(this);
    }
  }

  /** `keep greater`: grandfathering goes on. */
  record KeepGreater(Span span) implements ContractClause {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.keepGreater(this);
    }
  }

  /** One method for each kind, so that a new kind breaks every walker at compile time. */
  interface Visitor<R> {

    R inForce(InForce inForce);

    R allot(Allot allot);

    R keepGreater(KeepGreater keepGreater);

    R callCost(CallCost callCost);
  }
}
