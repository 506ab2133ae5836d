package dev.tollgate.engine.ledger;

import java.time.Instant;

/** When a counter has room for a call if nothing else happens. */
public sealed interface Room {

  <R> R accept(Visitor<R> visitor);

  /**
   * From {@code instant} on, and not a millisecond earlier; the moment that was asked about when
   * there is room already.
   */
  record At(Instant instant) implements Room {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitAt(this);
    }
  }

  /** The call costs more than the ceiling, or the units that it needs never come back. */
  record Never() implements Room {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitNever(this);
    }
  }

  /**
   * As soon as enough calls in flight have ended.
   *
   * @param atTheLatest when enough of them are forgotten although nobody reported their end
   */
  record WhenCallsEnd(Instant atTheLatest) implements Room {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitWhenCallsEnd(this);
    }
  }

  /** One method for each answer. */
  interface Visitor<R> {
    R visitAt(At at);

    R visitNever(Never never);

    R visitWhenCallsEnd(WhenCallsEnd whenCallsEnd);
  }
}
