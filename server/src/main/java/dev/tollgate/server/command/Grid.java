package dev.tollgate.server.command;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A small table of a report, before it is laid out for a terminal, a pull request or a browser.
 *
 * @param words how many columns, from the first, are words; the others are numbers
 * @param notes what has to be said beside it, a line each
 */
record Grid(
    String title, List<String> head, int words, List<List<String>> rows, List<String> notes) {

  Grid {
    head = List.copyOf(head);
    rows = List.copyOf(rows);
    notes = List.copyOf(notes);
  }

  /** For a terminal. */
  String text() {
    StringBuilder text = new StringBuilder(title).append('\n');
    if (!rows.isEmpty()) {
      List<Table.Side> sides = new ArrayList<>(Collections.nCopies(words, Table.Side.LEFT));
      sides.addAll(Collections.nCopies(head.size() - words, Table.Side.RIGHT));
      Table table = new Table("  ", sides).row(head);
      rows.forEach(table::row);
      text.append(table.text());
    }
    notes.forEach(note -> text.append("  ").append(note).append('\n'));
    return text.toString();
  }

  /** For a pull request. */
  String markdown() {
    StringBuilder text = new StringBuilder("**").append(Markdown.plain(title)).append("**\n\n");
    if (!rows.isEmpty()) {
      text.append(line(head));
      text.append("| ---".repeat(words)).append("| ---:".repeat(head.size() - words)).append("|\n");
      rows.forEach(row -> text.append(line(row)));
      text.append(notes.isEmpty() ? "" : "\n");
    }
    notes.forEach(note -> text.append("- ").append(Markdown.plain(note)).append('\n'));
    return text.toString();
  }

  private static String line(List<String> cells) {
    return "| " + String.join(" | ", cells.stream().map(Markdown::plain).toList()) + " |\n";
  }
}
