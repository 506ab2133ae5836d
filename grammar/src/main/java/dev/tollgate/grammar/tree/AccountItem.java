package dev.tollgate.grammar.tree;

import dev.tollgate.grammar.diagnostic.Span;

/** Something an account of a test has. */
public sealed interface AccountItem {

  /** Where it stands in the text. */
  Span span();

  /** Answers with the visitor's method for this kind. */
  <R> R accept(Visitor<R> visitor);

  /** `professional`. */
  record Edition(Name name, Span span) implements AccountItem {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.edition(this);
    }
  }

  /** `1_000 users`. */
  record Seats(Numeral count, Name seat, Span span) implements AccountItem {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.seats(this);
    }
  }

  /** `paid is yes`. */
  record FactIs(Name fact, Literal value, Span span) implements AccountItem {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.factIs(this);
    }
  }

  /** `signed up 2024-05-01`. */
  record SignedUp(PointInTime point, Span span) implements AccountItem {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.signedUp(this);
    }
  }

  /** `zone Europe/Berlin`. */
  record Zone(Name zone, Span span) implements AccountItem {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.zone(this);
    }
  }

  /** `id acme`. */
  record Id(Text id, Span span) implements AccountItem {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.id(this);
    }
  }

  /** One method for each kind, so that a new kind breaks every walker at compile time. */
  interface Visitor<R> {

    R edition(Edition edition);

    R seats(Seats seats);

    R factIs(FactIs factIs);

    R signedUp(SignedUp signedUp);

    R zone(Zone zone);

    R id(Id id);
  }
}
