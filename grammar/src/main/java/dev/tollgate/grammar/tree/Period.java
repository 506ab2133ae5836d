package dev.tollgate.grammar.tree;

import dev.tollgate.grammar.diagnostic.Span;
import java.util.Optional;

/**
 * A stretch of the calendar: from a moment on (inclusive), to an end. At least one of the two is
 * there; without `from` it has always been so, without an end it stays so.
 */
public record Period(Optional<PointInTime> from, Optional<PeriodEnd> end, Span span) {}
