package dev.tollgate.grammar.tree;

import dev.tollgate.grammar.diagnostic.Span;
import java.util.Optional;

/**
 * A number with the unit that was written behind it: `5_000 credits`, `0.50 USD`, `90 seconds`.
 * Without a unit the place says which is meant.
 */
public record Quantity(Numeral number, Optional<Name> unit, Span span) {

  /** The same below zero, as only money that is given back can be. */
  public Quantity negated() {
    return new Quantity(number.negated(), unit, span);
  }
}
