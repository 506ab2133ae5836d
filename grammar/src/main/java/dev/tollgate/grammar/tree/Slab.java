package dev.tollgate.grammar.tree;

import dev.tollgate.grammar.diagnostic.Span;
import java.util.Optional;

/**
 * A line of a price: `first 25_000 at 0.14`. `size` is empty for `beyond` alone; an empty price
 * means `free`.
 */
public record Slab(Reach reach, Optional<Numeral> size, Optional<Numeral> price, Span span) {

  /** Which units a slab takes. */
  public enum Reach {
    FIRST,
    NEXT,
    BEYOND
  }
}
