package dev.tollgate.grammar.diagnostic;

/** Another place that a diagnostic is about, and what stands there: "first declared here". */
public record Related(Span span, String message) {}
