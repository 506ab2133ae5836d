package dev.tollgate.grammar.format;

import java.util.List;

/**
 * How a line is laid out.
 *
 * @param family lines of one family that follow each other share their columns; an empty one shares
 *     nothing
 * @param indent columns it is set in below the clauses of its block, more than 0 for a line that
 *     goes on from the one above
 * @param cells its parts from left to right
 */
record Clause(String family, int indent, List<Cell> cells) {

  Clause {
    cells = List.copyOf(cells);
  }
}
