package dev.tollgate.grammar.format;

/**
 * A part of a line that stands in a column.
 *
 * @param column its place among the columns of its lines, from 0; a line may leave some out
 * @param gap blanks between it and the cell before it, at least
 */
record Cell(int column, int gap, String text) {

  int width() {
    return text.codePointCount(0, text.length());
  }
}
