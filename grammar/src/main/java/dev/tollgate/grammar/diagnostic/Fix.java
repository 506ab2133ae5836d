package dev.tollgate.grammar.diagnostic;

/**
 * A change that certainly mends the fault and that a tool may make.
 *
 * @param span what is replaced; an empty one is an insertion
 * @param replacement what stands there afterwards; empty for a deletion
 */
public record Fix(Span span, String replacement) {}
