package dev.tollgate.server.command;

import dev.tollgate.engine.compare.Change;
import java.util.List;

/** A difference as text for a terminal. */
final class DiffText {

  private final DiffWords words;

  DiffText(DiffWords words) {
    this.words = words;
  }

  String of(DiffReport report) {
    StringBuilder out = new StringBuilder();
    for (Change change : report.difference().changes()) {
      out.append(DiffWords.title(change)).append('\n');
      List<String> lines = words.lines(change);
      lines.forEach(line -> out.append("  ").append(line).append('\n'));
      out.append("  verdict: ").append(DiffWords.verdict(change)).append("\n\n");
    }
    report.summaries().forEach(grid -> out.append(grid.text()).append('\n'));
    report.details().forEach(grid -> out.append(grid.text()).append('\n'));
    return out.append("verdict: ")
        .append(DiffWords.of(report.difference().verdict()))
        .append('\n')
        .toString();
  }
}
