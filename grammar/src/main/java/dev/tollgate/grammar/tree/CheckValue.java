package dev.tollgate.grammar.tree;

import dev.tollgate.grammar.diagnostic.Span;
import java.util.List;
import java.util.Optional;

/** A side of a comparison in a check. */
public sealed interface CheckValue {

  /** Where it stands in the text. */
  Span span();

  /** Answers with the visitor's method for this kind. */
  <R> R accept(Visitor<R> visitor);

  /** `allotment of enterprise in api_credits`. */
  record AllotmentOf(Name edition, Optional<Name> version, Span span) implements CheckValue {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.allotmentOf(this);
    }
  }

  /** `cost of records.insert`. */
  record CostOf(Name call, Span span) implements CheckValue {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.costOf(this);
    }
  }

  /** `price of extra_credits`. */
  record PriceOf(Name addOn, Span span) implements CheckValue {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.priceOf(this);
    }
  }

  /** `100`. */
  record Number(Quantity quantity, Span span) implements CheckValue {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.number(this);
    }
  }

  /** `a + b`; two or more terms. */
  record Sum(List<CheckValue> terms, Span span) implements CheckValue {
    public Sum {
      terms = List.copyOf(terms);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.sum(this);
    }
  }

  /** `2 × a`. */
  record Times(CheckValue left, CheckValue right, Span span) implements CheckValue {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.times(this);
    }
  }

  /** One method for each kind, so that a new kind breaks every walker at compile time. */
  interface Visitor<R> {

    R allotmentOf(AllotmentOf allotmentOf);

    R costOf(CostOf costOf);

    R priceOf(PriceOf priceOf);

    R number(Number number);

    R sum(Sum sum);

    R times(Times times);
  }
}
