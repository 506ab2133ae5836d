package dev.tollgate.grammar.tree;

import dev.tollgate.grammar.diagnostic.Span;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A row of the table in a test.
 *
 * @param cells by column, from left to right, as they are written
 */
public record CaseOfTable(Map<String, String> cells, Span span) {

  public CaseOfTable {
    cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
  }

  /** A text of the test with the cells in their places. */
  public String filled(String text) {
    String filled = text;
    for (Map.Entry<String, String> cell : cells.entrySet()) {
      filled = filled.replace("<" + cell.getKey() + ">", cell.getValue());
    }
    return filled;
  }

  /** The title of the test with the cells in it, behind it where it has no place for any. */
  String named(String title) {
    String filled = filled(title);
    return filled.equals(title)
        ? cells.values().stream().collect(Collectors.joining(", ", title + ": ", ""))
        : filled;
  }
}
