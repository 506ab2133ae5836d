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
    if (!difference.changes().isEmpty()) {
      out.append("\n| what | verdict |\n| --- | --- |\n");
      for (Change change : difference.changes()) {
        out.append("| ")
            .append(Markdown.plain(DiffWords.title(change)))
            .append(" | ")
            .append(DiffWords.verdict(change))
            .append(" |\n");
      }
    }
    report.summaries().forEach(grid -> out.append('\n').append(grid.markdown()));
    if (!difference.changes().isEmpty()) {
      details(difference, out);
    }
    if (!report.details().isEmpty()) {
      out.append("\n<details>\n<summary>The accounts that it concerns most</summary>\n");
      report.details().forEach(grid -> out.append('\n').append(grid.markdown()));
      out.append("\n</details>\n");
    }
    return out.toString();
  }

  private void details(PolicyDifference difference, StringBuilder out) {
    out.append("\n<details>\n<summary>Before and after, number by number</summary>\n");
    for (Change change : difference.changes()) {
      out.append("\n**").append(Markdown.plain(DiffWords.title(change))).append("**\n\n");
      out.append(Markdown.block(words.lines(change)));
    }
    out.append("\n</details>\n");
  }
}
