package dev.tollgate.rules.mistakes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What became of all mistakes, as people read it. */
record FindingsTable(List<Finding> findings) {

  FindingsTable {
    findings = List.copyOf(findings);
  }

  /** How many of a hundred mistakes are found, rounded down. */
  long foundInHundred() {
    return findings.stream().filter(Finding::isFound).count() * 100 / findings.size();
  }

  /** How many of a hundred mistakes are underlined where a person would, rounded down. */
  long rightInHundred() {
    return findings.stream().filter(Finding::isRight).count() * 100 / findings.size();
  }

  /** The numbers in one line. */
  String summary() {
    return "%d mistakes: found %d (%s), underlined right %d (%s)"
        .formatted(
            findings.size(),
            findings.stream().filter(Finding::isFound).count(),
            counted(Finding::by),
            findings.stream().filter(Finding::isRight).count(),
            counted(Finding::underlined));
  }

  private <E extends Enum<E>> String counted(Function<Finding, E> property) {
    return findings.stream()
        .collect(Collectors.groupingBy(property, TreeMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .map(entry -> words(entry.getKey()) + " " + entry.getValue())
        .collect(Collectors.joining(", "));
  }

  String toMarkdown() {
    StringBuilder out = new StringBuilder("# Mistakes in rule files, and what finds them\n\n");
    out.append(summary()).append(".\n");
    section(out, "Not found", findings.stream().filter(each -> !each.isFound()).toList());
    section(
        out,
        "Underlined elsewhere",
        findings.stream().filter(each -> each.isFound() && !each.isRight()).toList());
    Map<String, List<Finding>> kinds =
        findings.stream()
            .collect(
                Collectors.groupingBy(
                    found -> found.mistake().kind(), LinkedHashMap::new, Collectors.toList()));
    kinds.forEach((kind, found) -> section(out, kind, found));
    return out.toString();
  }

  private static void section(StringBuilder out, String title, List<Finding> found) {
    out.append("\n## %s\n\n".formatted(title));
    out.append("| mistake | found by | says | diagnostics | underlined |\n");
    out.append("| --- | --- | --- | --- | --- |\n");
    for (Finding each : found) {
      out.append(
          "| %s | %s | %s | %d | %s |\n"
              .formatted(
                  each.mistake().name(),
                  words(each.by()),
                  each.said().replace("|", "\\|"),
                  each.count(),
                  words(each.underlined())));
    }
  }

  private static String words(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
