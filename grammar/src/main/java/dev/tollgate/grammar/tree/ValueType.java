package dev.tollgate.grammar.tree;

import dev.tollgate.grammar.diagnostic.Span;
import java.util.List;

/** What values a fact or a parameter takes. */
public sealed interface ValueType {

  /** Where it stands in the text. */
  Span span();

  /** Answers with the visitor's method for this kind. */
  <R> R accept(Visitor<R> visitor);

  /** `yes or no`. */
  record YesOrNo(Span span) implements ValueType {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.yesOrNo(this);
    }
  }

  /** `count`. */
  record Count(Span span) implements ValueType {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.count(this);
    }
  }

  /** `money`, in the currency of the value. */
  record Money(Span span) implements ValueType {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.money(this);
    }
  }

  /** `date`. */
  record Date(Span span) implements ValueType {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.date(this);
    }
  }

  /** `zone`. */
  record Zone(Span span) implements ValueType {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.zone(this);
    }
  }

  /** `percent`. */
  record Percent(Span span) implements ValueType {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.percent(this);
    }
  }

  /** `text`. */
  record FreeText(Span span) implements ValueType {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.freeText(this);
    }
  }

  /** `one of a, b, c`. */
  record OneOf(List<Name> choices, Span span) implements ValueType {
    public OneOf {
      choices = List.copyOf(choices);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.oneOf(this);
    }
  }

  /** A unit of the product, or a currency such as `USD`. */
  record InUnit(Name unit, Span span) implements ValueType {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.inUnit(this);
    }
  }

  /** One method for each kind, so that a new kind breaks every walker at compile time. */
  interface Visitor<R> {

    R yesOrNo(YesOrNo yesOrNo);

    R count(Count count);

    R money(Money money);

    R date(Date date);

    R zone(Zone zone);

    R percent(Percent percent);

    R freeText(FreeText freeText);

    R oneOf(OneOf oneOf);

    R inUnit(InUnit inUnit);
  }
}
