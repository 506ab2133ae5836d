package dev.tollgate.grammar.tree;

import dev.tollgate.grammar.diagnostic.Span;

/** What a condition asks about. */
public sealed interface Subject {

  /** Where it stands in the text. */
  Span span();

  /** Answers with the visitor's method for this kind. */
  <R> R accept(Visitor<R> visitor);

  /** `signed up`: the day of the account's sign-up. */
  record SignedUp(Span span) implements Subject {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.signedUp(this);
    }
  }

  /** `edition`. */
  record Edition(Span span) implements Subject {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.edition(this);
    }
  }

  /** `channel`. */
  record Channel(Span span) implements Subject {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.channel(this);
    }
  }

  /** A fact, a parameter, a key or a seat, not yet resolved. */
  record Named(Name name, Span span) implements Subject {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.named(this);
    }
  }

  /** One method for each kind, so that a new kind breaks every walker at compile time. */
  interface Visitor<R> {

    R signedUp(SignedUp signedUp);

    R edition(Edition edition);

    R channel(Channel channel);

    R named(Named named);
  }
}
