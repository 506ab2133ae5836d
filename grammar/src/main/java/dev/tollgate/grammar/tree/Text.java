package dev.tollgate.grammar.tree;

import dev.tollgate.grammar.diagnostic.Span;

/** A quoted text without its quotes and with its escapes undone. */
public record Text(String value, Span span) {}
