package dev.tollgate.server.command;

import dev.tollgate.engine.compare.PolicyDifference;
import dev.tollgate.engine.compare.Verdict;
import java.util.List;
import java.util.Locale;

/**
 * A difference as a page that stands alone: no scripts, no other files, light or dark as the reader
 * likes it, and fit for paper.
 */
final class DiffHtml {

  private static final String STYLE =
      """
      :root { color-scheme: light dark; --ink: #1b1f24; --paper: #ffffff; --faint: #6b7280;
        --line: #d0d7de; --before: #9a6700; --after: #0969da; --worse: #b42318; --better: #1a7f37; }
      @media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --paper: #0d1117;
        --faint: #9198a1; --line: #3d444d; --before: #e3b341; --after: #58a6ff;
        --worse: #ff7b72; --better: #56d364; } }
      body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper);
        max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
      h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 2.5rem; }
      h3 { font-size: 1rem; margin-top: 2rem; }
      table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
      th, td { text-align: left; padding: .3rem .6rem; border-bottom: 1px solid var(--line);
        vertical-align: top; }
      .number { text-align: right; } a { color: inherit; }
      pre { overflow-x: auto; white-space: pre-wrap; font-size: .875rem; }
      .never-better, .mixed { color: var(--worse); } .never-worse { color: var(--better); }
      .hash { color: var(--faint); font-size: .8rem; overflow-wrap: anywhere; }
      figure { margin: 1rem 0; } figcaption { color: var(--faint); font-size: .875rem; }
      .chart { width: 100%; max-width: 35rem; height: auto; display: block; }
      .chart text { font: 11px system-ui, sans-serif; fill: var(--faint); }
      .chart .axis { fill: none; stroke: var(--line); }
      .chart .before { fill: none; stroke: var(--before); stroke-width: 2; stroke-dasharray: 6 3; }
      .chart .after { fill: none; stroke: var(--after); stroke-width: 2; }
      .chart circle.before { fill: var(--before); stroke: none; }
      .chart circle.after { fill: var(--after); stroke: none; }
      @media print { body { margin: 0; max-width: none; } section, figure { break-inside: avoid; }
        a { text-decoration: none; } }
      """;

  private final DiffWords words;

  DiffHtml(DiffWords words) {
    this.words = words;
  }

  String of(DiffReport report) {
    PolicyDifference difference = report.difference();
    StringBuilder html = new StringBuilder();
    html.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    html.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    html.append("<title>Effect of a policy on accounts</title>\n");
    html.append("<style>\n").append(STYLE).append("</style>\n</head>\n<body>\n");
    html.append("<h1>Effect on accounts: ")
        .append(verdict(difference.verdict(), DiffWords.of(difference.verdict())))
        .append("</h1>\n");
    html.append(hashes(difference));
    DiffSummary summary = words.summary(difference);
    table(summary, html);
    report.summaries().forEach(grid -> html.append(Html.table(grid)));
    for (int order = 0; order < summary.told().size(); order++) {
      told(summary.told().get(order), order, html);
    }
    report.details().forEach(grid -> html.append(Html.table(grid)));
    return html.append("</body>\n</html>\n").toString();
  }

  private static String hashes(PolicyDifference difference) {
    return "<p class=\"hash\">before %s, after %s</p>\n"
        .formatted(Html.escaped(difference.before()), Html.escaped(difference.after()));
  }

  private static String verdict(Verdict verdict, String words) {
    String name = verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return "<span class=\"" + name + "\">" + Html.escaped(words) + "</span>";
  }

  private static void table(DiffSummary summary, StringBuilder html) {
    List<DiffSummary.Row> rows = summary.rows();
    if (!rows.isEmpty()) {
      html.append("<table>\n<thead><tr>");
      DiffSummary.Row.HEAD.forEach(cell -> html.append(Html.element("th", cell)));
      html.append("</tr></thead>\n<tbody>\n");
      for (DiffSummary.Row row : rows) {
        html.append(
                "<tr><td><a href=\"#change-%d\">".formatted(summary.told().indexOf(row.told()) + 1))
            .append(Html.escaped(row.cells().get(0)))
            .append("</a></td>");
        row.cells().stream().skip(1).forEach(cell -> html.append(Html.element("td", cell)));
        html.append("</tr>\n");
      }
      html.append("</tbody>\n</table>\n");
      summary.more(rows).ifPresent(more -> html.append(Html.element("p", more)).append('\n'));
    }
    if (!summary.sentences().isEmpty()) {
      html.append("<ul>\n");
      summary.sentences().forEach(words -> html.append(Html.element("li", words)).append('\n'));
      html.append("</ul>\n");
    }
  }

  private void told(Told told, int order, StringBuilder html) {
    html.append("<section id=\"change-%d\">\n".formatted(order + 1));
    html.append(Html.element("h2", told.title())).append('\n');
    html.append("<p>").append(verdict(told.verdict(), DiffWords.verdict(told))).append("</p>\n");
    if (told.stories().isEmpty()) {
      html.append(Html.element("pre", String.join("\n", told.lines()))).append('\n');
    }
    for (Told.Story story : told.stories()) {
      story.whom().ifPresent(whose -> html.append(Html.element("h3", whose)).append('\n'));
      html.append(Html.element("pre", String.join("\n", story.lines()))).append('\n');
      Chart.of(story.shift(), number -> words.plural(story.amounts(), number))
          .ifPresent(svg -> html.append("<figure>\n").append(svg).append("</figure>\n"));
    }
    if (told.isOfSome()) {
      html.append(Html.element("p", Stories.OTHERS + ": unchanged")).append('\n');
    }
    html.append("</section>\n");
  }
}
