package dev.tollgate.grammar.diagnostic;

/**
 * A place in a text.
 *
 * @param offset characters (UTF-16 units) before it, from 0
 * @param line from 1
 * @param column characters (UTF-16 units) before it in its line, plus 1
 */
public record Position(int offset, int line, int column) {}
