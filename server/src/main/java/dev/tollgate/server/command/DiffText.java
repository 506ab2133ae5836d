package dev.tollgate.server.command;

/** A difference as text for a terminal. */
final class DiffText {

  private final DiffWords words;

  DiffText(DiffWords words) {
    this.words = words;
  }

  String of(DiffReport report) {
    StringBuilder out = new StringBuilder();
    DiffSummary summary = words.summary(report.difference());
    for (Told told : summary.told()) {
      out.append(told.title()).append('\n');
      DiffWords.lines(told).forEach(line -> out.append("  ").append(line).append('\n'));
      out.append("  verdict: ").append(DiffWords.verdict(told)).append("\n\n");
    }
    report.summaries().forEach(grid -> out.append(grid.text()).append('\n'));
    report.details().forEach(grid -> out.append(grid.text()).append('\n'));
    summary.sentences().forEach(words -> out.append(words).append('\n'));
    return out.append("verdict: ")
        .append(DiffWords.of(report.difference().verdict()))
        .append('\n')
        .toString();
  }
}
