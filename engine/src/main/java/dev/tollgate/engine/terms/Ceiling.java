package dev.tollgate.engine.terms;

import dev.tollgate.engine.policy.Attribute;
import java.util.List;

/** The largest amount of an add-on that an account may hold. */
public sealed interface Ceiling {

  <R> R accept(Visitor<R> visitor);

  /**
   * It is known.
   *
   * @param steps in steps of the add-on's unit, from 0; {@link
   *     dev.tollgate.engine.policy.Unit#UNLIMITED} for no bound
   * @param why how it came about
   */
  record Known(long steps, ReceiptLine why) implements Ceiling {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitKnown(this);
    }
  }

  /**
   * It depends on something that nobody stated.
   *
   * @param missing never empty, each once
   */
  record Unknown(List<Attribute> missing) implements Ceiling {
    public Unknown {
      missing = List.copyOf(missing);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitUnknown(this);
    }
  }

  /** One method for each outcome. */
  interface Visitor<R> {
    R visitKnown(Known known);

    R visitUnknown(Unknown unknown);
  }
}
