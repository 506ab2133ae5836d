package dev.tollgate.grammar.tree;

import dev.tollgate.grammar.diagnostic.Span;
import java.util.Optional;

/**
 * What a call carries: `records up to 100`, `cvid`, `force yes or no`. Without a type it is a count
 * when it has an upper bound, else the compiler decides by its uses.
 */
public record Parameter(Name name, Optional<Numeral> upTo, Optional<ValueType> type, Span span) {}
