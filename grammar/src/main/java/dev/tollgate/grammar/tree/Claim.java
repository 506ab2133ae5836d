package dev.tollgate.grammar.tree;

import dev.tollgate.grammar.diagnostic.Span;
import java.util.List;

/**
 * A comparison that must hold for all values: `for any number of users: a >= b >= c`. Each link
 * compares its value with the one before it.
 */
public record Claim(Quantifier over, CheckValue first, List<Link> links, Span span) {
  public Claim {
    links = List.copyOf(links);
  }

  /** The next value of a chain of comparisons, and how the one before it must stand to it. */
  public record Link(Relation relation, CheckValue value) {}
}
