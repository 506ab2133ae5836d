package dev.tollgate.server.command;

import java.util.List;

/** A difference as the comment of a pull request: what matters first, the details folded. */
final class DiffMarkdown {

  private final DiffWords words;

  DiffMarkdown(DiffWords words) {
    this.words = words;
  }

  String of(DiffReport report) {
    DiffSummary summary = words.summary(report.difference());
    StringBuilder out = new StringBuilder();
    out.append("### Effect on accounts: ")
        .append(DiffWords.of(report.difference().verdict()))
        .append('\n');
    List<DiffSummary.Row> rows = summary.rows();
    if (!rows.isEmpty()) {
      out.append('\n').append(row(DiffSummary.Row.HEAD)).append("| --- | --- | --- | --- |\n");
      rows.forEach(row -> out.append(row(row.cells())));
      summary.more(rows).ifPresent(more -> out.append('\n').append(more).append('\n'));
    }
    if (!summary.sentences().isEmpty()) {
      out.append('\n');
      summary
          .sentences()
          .forEach(words -> out.append("- ").append(Markdown.plain(words)).append('\n'));
    }
    report.summaries().forEach(grid -> out.append('\n').append(grid.markdown()));
    if (!summary.told().isEmpty()) {
      details(summary.told(), out);
    }
    if (!report.details().isEmpty()) {
      out.append("\n<details>\n<summary>The accounts that it concerns most</summary>\n");
      report.details().forEach(grid -> out.append('\n').append(grid.markdown()));
      out.append("\n</details>\n");
    }
    return out.toString();
  }

  private static String row(List<String> cells) {
    return "| " + String.join(" | ", cells.stream().map(Markdown::plain).toList()) + " |\n";
  }

  private static void details(List<Told> told, StringBuilder out) {
    out.append("\n<details>\n<summary>Before and after, number by number</summary>\n");
    for (Told each : told) {
      out.append("\n**").append(Markdown.plain(each.title())).append("**\n\n");
      out.append(Markdown.block(DiffWords.lines(each)));
    }
    out.append("\n</details>\n");
  }
}
