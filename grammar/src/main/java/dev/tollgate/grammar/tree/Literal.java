package dev.tollgate.grammar.tree;

import dev.tollgate.grammar.diagnostic.Span;

/** A value that is written out. */
public sealed interface Literal {

  /** Where it stands in the text. */
  Span span();

  /** Answers with the visitor's method for this kind. */
  <R> R accept(Visitor<R> visitor);

  /** `yes` or `no`. */
  record Flag(boolean value, Span span) implements Literal {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.flag(this);
    }
  }

  /** `5`, `5 credits`, `0.50 USD`. */
  record Number(Quantity quantity, Span span) implements Literal {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.number(this);
    }
  }

  /** `80%`. */
  record Percent(Numeral number, Span span) implements Literal {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.percent(this);
    }
  }

  /** `"eu"`. */
  record Quoted(Text text, Span span) implements Literal {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.quoted(this);
    }
  }

  /** A choice, an edition, a channel, a zone or a key's value: `professional`. */
  record Word(Name name, Span span) implements Literal {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.word(this);
    }
  }

  /** `2026-01-01`. */
  record Time(PointInTime point, Span span) implements Literal {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.time(this);
    }
  }

  /** One method for each kind, so that a new kind breaks every walker at compile time. */
  interface Visitor<R> {

    R flag(Flag flag);

    R number(Number number);

    R percent(Percent percent);

    R quoted(Quoted quoted);

    R word(Word word);

    R time(Time time);
  }
}
