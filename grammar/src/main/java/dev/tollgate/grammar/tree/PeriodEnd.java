package dev.tollgate.grammar.tree;

import dev.tollgate.grammar.diagnostic.Span;
import java.time.LocalDate;

/** Where a period ends. */
public sealed interface PeriodEnd {

  /** Where it stands in the text. */
  Span span();

  /** Answers with the visitor's method for this kind. */
  <R> R accept(Visitor<R> visitor);

  /** `until 2026-04-01`: that moment is outside. */
  record Until(PointInTime point, Span span) implements PeriodEnd {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.until(this);
    }
  }

  /** `through 2026-12-31`: that day is inside. */
  record Through(LocalDate date, Span span) implements PeriodEnd {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.through(this);
    }
  }

  /** `until forever`: it was thought about, and there is none. */
  record Forever(Span span) implements PeriodEnd {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.forever(this);
    }
  }

  /** One method for each kind, so that a new kind breaks every walker at compile time. */
  interface Visitor<R> {

    R until(Until until);

    R through(Through through);

    R forever(Forever forever);
  }
}
