package dev.tollgate.grammar.tree;

import dev.tollgate.grammar.diagnostic.Span;
import java.util.Optional;

/** When consumed units come back. */
public sealed interface Window {

  /** Where it stands in the text. */
  Span span();

  /** Answers with the visitor's method for this kind. */
  <R> R accept(Visitor<R> visitor);

  /** `rolling 24 hours`. */
  record Rolling(Stretch length, Span span) implements Window {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.rolling(this);
    }
  }

  /** `calendar day in account zone`, `calendar 10 seconds`. */
  record Calendar(Stretch length, Optional<ZoneChoice> zone, Span span) implements Window {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.calendar(this);
    }
  }

  /** `5 minutes from the first call`. */
  record FromFirstCall(Stretch length, Span span) implements Window {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.fromFirstCall(this);
    }
  }

  /** `every 30 days from signed up`, or from a fact that is a date. */
  record Every(Stretch length, Subject from, Span span) implements Window {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.every(this);
    }
  }

  /** `bucket`: the allotment says capacity and refill. */
  record Bucket(Span span) implements Window {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.bucket(this);
    }
  }

  /** `in flight, forgotten after 10 minutes`. */
  record InFlight(Stretch forgottenAfter, Span span) implements Window {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.inFlight(this);
    }
  }

  /** One method for each kind, so that a new kind breaks every walker at compile time. */
  interface Visitor<R> {

    R rolling(Rolling rolling);

    R calendar(Calendar calendar);

    R fromFirstCall(FromFirstCall fromFirstCall);

    R every(Every every);

    R bucket(Bucket bucket);

    R inFlight(InFlight inFlight);
  }
}
