package dev.tollgate.grammar.tree;

import dev.tollgate.grammar.diagnostic.Span;
import java.util.Optional;

/** A line of costs by a parameter: `to 2_000 3`. An empty bound means `beyond`. */
public record Band(Optional<Numeral> to, Quantity cost, Span span) {}
