package dev.tollgate.grammar.tree;

import dev.tollgate.grammar.diagnostic.Span;
import java.util.Optional;

/** A line of a rule. */
public sealed interface RuleClause
    permits CallCost,
        RuleClause.Add,
        RuleClause.Holds,
        RuleClause.InForce,
        RuleClause.Overrides,
        RuleClause.Put {

  /** Where it stands in the text. */
  Span span();

  /** Answers with the visitor's method for this kind. */
  <R> R accept(Visitor<R> visitor);

  /** `when region is "eu"`. */
  record Holds(Condition condition, Span span) implements RuleClause {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.holds(this);
    }
  }

  /** `from 2026-01-01 until 2026-04-01`. */
  record InForce(Period period, Span span) implements RuleClause {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.inForce(this);
    }
  }

  /** `add 5_000`. */
  record Add(Amount amount, Span span) implements RuleClause {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.add(this);
    }
  }

  /** `set 250_000`. */
  record Put(Amount amount, Optional<Cap> cap, Span span) implements RuleClause {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.put(this);
    }
  }

  /** `overrides "EU launch promotion"`. */
  record Overrides(Text title, Span span) implements RuleClause {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.overrides(this);
    }
  }

  /** One method for each kind, so that a new kind breaks every walker at compile time. */
  interface Visitor<R> {

    R holds(Holds holds);

    R inForce(InForce inForce);

    R add(Add add);

    R put(Put put);

    R overrides(Overrides overrides);

    R callCost(CallCost callCost);
  }
}
