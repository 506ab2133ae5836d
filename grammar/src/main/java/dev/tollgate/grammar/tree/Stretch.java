package dev.tollgate.grammar.tree;

import dev.tollgate.grammar.diagnostic.Span;

/**
 * A length of time, `24 hours`. Where only the unit was written (`calendar day`, `per second`) the
 * count is 1.
 */
public record Stretch(Numeral count, ClockUnit unit, Span span) {}
