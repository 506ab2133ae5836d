package dev.tollgate.grammar.tree;

import dev.tollgate.grammar.diagnostic.Span;

/**
 * A warning that the author takes as it is at one clause: `accept W421 "reason"`. `clause` is the
 * clause (of one with a block: its header) at whose end it stands.
 */
public record Accept(Name code, Text reason, Span clause, Span span) {}
