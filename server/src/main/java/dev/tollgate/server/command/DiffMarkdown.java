package dev.tollgate.server.command;

import dev.tollgate.engine.compare.Change;
import dev.tollgate.engine.compare.PolicyDifference;

/** A difference as the comment of a pull request: a short table first, the details folded. */
final class DiffMarkdown {

  private final DiffWords words;

  DiffMarkdown(DiffWords words) {
    this.words = words;
  }

  String of(DiffReport report) {
    PolicyDifference difference = report.difference();
    StringBuilder out = new StringBuilder();
    out.append("### Effect on accounts: ").append(DiffWords.of(difference.verdict())).append('\n');
    report.grids().stream()
        .limit(1)
        .forEach(summary -> out.append('\n').append(summary.markdown()));
    if (difference.changes().isEmpty()) {
      return out.toString();
    }
    out.append("\n| what | verdict |\n| --- | --- |\n");
    for (Change change : difference.changes()) {
      out.append("| ")
          .append(cell(DiffWords.title(change)))
          .append(" | ")
          .append(DiffWords.of(change.verdict()))
          .append(" |\n");
    }
    out.append("\n<details>\n<summary>Before and after, number by number</summary>\n");
    for (Change change : difference.changes()) {
      out.append("\n**").append(DiffWords.title(change)).append("**\n\n```\n");
      words.lines(change).forEach(line -> out.append(line).append('\n'));
      out.append("```\n");
    }
    out.append("\n</details>\n");
    if (report.grids().size() > 1) {
      out.append("\n<details>\n<summary>The accounts that it concerns most</summary>\n");
      report.grids().stream().skip(1).forEach(grid -> out.append('\n').append(grid.markdown()));
      out.append("\n</details>\n");
    }
    return out.toString();
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }
}
