package dev.tollgate.grammar.tree;

import dev.tollgate.grammar.diagnostic.Span;

/** A member of an object of a denial's body. */
public record Member(Text key, Json value, Span span) {}
