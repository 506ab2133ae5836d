package dev.tollgate.grammar.tree;

import dev.tollgate.grammar.diagnostic.Span;

/** A header that a denial carries: `header "X-Reason" "quota"`. */
public record Header(Text name, Text value, Span span) {}
