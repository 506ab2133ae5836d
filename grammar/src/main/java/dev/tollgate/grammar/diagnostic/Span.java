package dev.tollgate.grammar.diagnostic;

import java.util.Comparator;

/**
 * A stretch of a file, from a place (inclusive) to a place (exclusive). An empty one stands between
 * two characters.
 */
public record Span(String file, Position start, Position end) implements Comparable<Span> {

  private static final Comparator<Span> BY_PLACE =
      Comparator.comparing(Span::file)
          .thenComparingInt(span -> span.start().offset())
          .thenComparingInt(span -> span.end().offset());

  public Span {
    if (end.offset() < start.offset()) {
      throw new IllegalArgumentException("a span ends before it starts: " + start + " to " + end);
    }
  }

  /** The line on which it starts, from 1. */
  public int line() {
    return start.line();
  }

  /** The column in which it starts, from 1. */
  public int column() {
    return start.column();
  }

  /** The stretch from the start of this span to the end of another, later one. */
  public Span to(Span last) {
    return new Span(file, start, last.end);
  }

  /** The place as people write it: `crm.toll:31`. */
  public String place() {
    return file + ":" + start.line();
  }

  @Override
  public int compareTo(Span other) {
    return BY_PLACE.compare(this, other);
  }
}
