package dev.tollgate.grammar.tree;

import dev.tollgate.grammar.diagnostic.Span;
import java.math.BigDecimal;

/** A number of the text: exact, with the way it was written (`5_000`, `0.50`) kept for messages. */
public record Numeral(BigDecimal value, String written, Span span) {

  /** The same below zero, as what is given back is. */
  public Numeral negated() {
    return new Numeral(value.negate(), "-" + written, span);
  }
}
