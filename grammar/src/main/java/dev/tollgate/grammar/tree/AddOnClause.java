package dev.tollgate.grammar.tree;

import dev.tollgate.grammar.diagnostic.Span;
import java.util.Optional;

/** A line of an add-on. */
public sealed interface AddOnClause {

  /** Where it stands in the text. */
  Span span();

  /** Answers with the visitor's method for this kind. */
  <R> R accept(Visitor<R> visitor);

  /** `for standard, professional`. */
  record For(EditionChoice editions, Span span) implements AddOnClause {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.forEditions(this);
    }
  }

  /** `adds to credits`: as many units as are bought. */
  record AddsTo(Name quota, Span span) implements AddOnClause {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.addsTo(this);
    }
  }

  /** `adds 1_000 each to credits`. */
  record AddsEach(Quantity each, Name quota, Span span) implements AddOnClause {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.addsEach(this);
    }
  }

  /** `raises concurrency to 50`. */
  record Raises(Name quota, Amount amount, Span span) implements AddOnClause {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.raises(this);
    }
  }

  /** `sets concurrency to 50`. */
  record Sets(Name quota, Amount amount, Span span) implements AddOnClause {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.sets(this);
    }
  }

  /** `most lesser of 500_000 and room under cap`. */
  record Most(Amount amount, Span span) implements AddOnClause {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.most(this);
    }
  }

  /** `needs users >= 20`. */
  record NeedsCondition(Condition condition, Span span) implements AddOnClause {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.needsCondition(this);
    }
  }

  /** `needs addon extra_credits`. */
  record NeedsAddOn(Name addOn, Span span) implements AddOnClause {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.needsAddOn(this);
    }
  }

  /** `bill bought, per day, a month is 30 days`. */
  record BillBought(BillPeriod per, Optional<Numeral> monthDays, Span span) implements AddOnClause {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.billBought(this);
    }
  }

  /** `bill used, per calendar day, monthly`. */
  record BillUsed(BillPeriod per, Span span) implements AddOnClause {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.billUsed(this);
    }
  }

  /** `price USD per 1_000 { … }`. */
  record Priced(Price price, Span span) implements AddOnClause {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.priced(this);
    }
  }

  /** One method for each kind, so that a new kind breaks every walker at compile time. */
  interface Visitor<R> {

    R forEditions(For forEditions);

    R addsTo(AddsTo addsTo);

    R addsEach(AddsEach addsEach);

    R raises(Raises raises);

    R sets(Sets sets);

    R most(Most most);

    R needsCondition(NeedsCondition needsCondition);

    R needsAddOn(NeedsAddOn needsAddOn);

    R billBought(BillBought billBought);

    R billUsed(BillUsed billUsed);

    R priced(Priced priced);
  }
}
