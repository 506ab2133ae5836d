package dev.tollgate.grammar.tree;

import dev.tollgate.grammar.diagnostic.Span;

/** The zone in which a calendar window turns. */
public sealed interface ZoneChoice {

  /** Where it stands in the text. */
  Span span();

  /** Answers with the visitor's method for this kind. */
  <R> R accept(Visitor<R> visitor);

  /** `in account zone`. */
  record OfAccount(Span span) implements ZoneChoice {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.ofAccount(this);
    }
  }

  /** `in Europe/Berlin`; that it exists is the compiler's to judge. */
  record Named(Name zone, Span span) implements ZoneChoice {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.named(this);
    }
  }

  /** One method for each kind, so that a new kind breaks every walker at compile time. */
  interface Visitor<R> {

    R ofAccount(OfAccount ofAccount);

    R named(Named named);
  }
}
