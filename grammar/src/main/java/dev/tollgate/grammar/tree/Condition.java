package dev.tollgate.grammar.tree;

import dev.tollgate.grammar.diagnostic.Span;
import java.util.List;

/**
 * When a line holds. Every condition is a union of boxes: comparisons of one subject with literals.
 */
public sealed interface Condition {

  /** Where it stands in the text. */
  Span span();

  /** Answers with the visitor's method for this kind. */
  <R> R accept(Visitor<R> visitor);

  /** `a and b`: two or more parts. */
  record All(List<Condition> parts, Span span) implements Condition {
    public All {
      parts = List.copyOf(parts);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.all(this);
    }
  }

  /** `(a or b)`: two or more parts. */
  record Either(List<Condition> parts, Span span) implements Condition {
    public Either {
      parts = List.copyOf(parts);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.either(this);
    }
  }

  /** `users >= 20`, `region is not "eu"`, `signed up before 2025-10-30`. */
  record Compare(Subject subject, Relation relation, Literal value, Span span)
      implements Condition {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.compare(this);
    }
  }

  /** `cvid is given`, or `is not given` when false. */
  record Given(Subject subject, boolean given, Span span) implements Condition {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.given(this);
    }
  }

  /** `channel in (ui, mobile)`, or `not in` when false; one or more values. */
  record Among(Subject subject, boolean inside, List<Literal> values, Span span)
      implements Condition {
    public Among {
      values = List.copyOf(values);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.among(this);
    }
  }

  /** One method for each kind, so that a new kind breaks every walker at compile time. */
  interface Visitor<R> {

    R all(All all);

    R either(Either either);

    R compare(Compare compare);

    R given(Given given);

    R among(Among among);
  }
}
