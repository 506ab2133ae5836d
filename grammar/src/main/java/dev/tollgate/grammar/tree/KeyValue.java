package dev.tollgate.grammar.tree;

import dev.tollgate.grammar.diagnostic.Span;

/** A key of a test's call: `key app "zapier"`. */
public record KeyValue(Name key, Text value, Span span) {}
