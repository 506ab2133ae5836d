package dev.tollgate.server.command;

import dev.tollgate.engine.compare.Change;
import dev.tollgate.engine.compare.PolicyDifference;
import java.util.List;

/** A difference as text for a terminal. */
final class DiffText {

  private final DiffWords words;

  DiffText(DiffWords words) {
    this.words = words;
  }

  String of(PolicyDifference difference) {
    StringBuilder out = new StringBuilder();
    for (Change change : difference.changes()) {
      out.append(DiffWords.title(change)).append('\n');
      List<String> lines = words.lines(change);
      lines.forEach(line -> out.append("  ").append(line).append('\n'));
      out.append("  verdict: ").append(DiffWords.of(change.verdict())).append("\n\n");
    }
    return out.append("verdict: ")
        .append(DiffWords.of(difference.verdict()))
        .append('\n')
        .toString();
  }
}
