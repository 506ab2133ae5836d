package dev.tollgate.grammar.tree;

import dev.tollgate.grammar.diagnostic.Span;

/** What a call of a test carries: `records 20`, `sort "name"`. */
public record Argument(Name parameter, Literal value, Span span) {}
