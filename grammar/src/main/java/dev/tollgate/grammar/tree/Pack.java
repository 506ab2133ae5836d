package dev.tollgate.grammar.tree;

import dev.tollgate.grammar.diagnostic.Span;

/** One size of a price list: `10_000 for 18.00`. */
public record Pack(Numeral amount, Numeral price, Span span) {}
