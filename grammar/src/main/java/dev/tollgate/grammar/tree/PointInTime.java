package dev.tollgate.grammar.tree;

import dev.tollgate.grammar.diagnostic.Span;
import java.time.Instant;
import java.time.LocalDate;

/**
 * When something holds or happens: a bare date, which begins in the account's zone, or an exact
 * moment.
 */
public sealed interface PointInTime {

  /** Where it stands in the text. */
  Span span();

  /** Answers with the visitor's method for this kind. */
  <R> R accept(Visitor<R> visitor);

  /** `2026-01-01`. */
  record Day(LocalDate date, Span span) implements PointInTime {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.day(this);
    }
  }

  /** `2026-01-01T10:00Z`, to the millisecond. */
  record Moment(Instant instant, String written, Span span) implements PointInTime {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.moment(this);
    }
  }

  /** One method for each kind, so that a new kind breaks every walker at compile time. */
  interface Visitor<R> {

    R day(Day day);

    R moment(Moment moment);
  }
}
