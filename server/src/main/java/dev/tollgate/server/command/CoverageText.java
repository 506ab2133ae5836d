package dev.tollgate.server.command;

import dev.tollgate.engine.coverage.Coverage;
import dev.tollgate.engine.coverage.Item;
import dev.tollgate.engine.policy.Place;
import dev.tollgate.engine.policy.Policy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which behaviour of each clause tests exercise, for people. */
final class CoverageText {

  private static final String EXERCISED = "  ✓ ";
  private static final String MISSING = "  ✗ ";
  private static final String INDENT = "      ";

  private final Policy policy;
  private final Coverage coverage;

  CoverageText(Policy policy, Coverage coverage) {
    this.policy = policy;
    this.coverage = coverage;
  }

  /** Clause by clause; below one what of it no test exercises. */
  String text() {
    StringBuilder text = new StringBuilder();
    String file = "";
    for (Map.Entry<Place, List<Item>> clause : clauses(coverage).entrySet()) {
      if (!clause.getKey().file().equals(file)) {
        text.append(file.isEmpty() ? "" : "\n");
        file = clause.getKey().file();
        text.append(file).append('\n');
      }
      append(clause.getKey(), clause.getValue(), text);
    }
    return text.append('\n').append(summary()).append('\n').toString();
  }

  /** Items by the clause that says them, in the order of the files. */
  static Map<Place, List<Item>> clauses(Coverage coverage) {
    Map<Place, List<Item>> clauses = new LinkedHashMap<>();
    for (Item item : coverage.items()) {
      clauses.computeIfAbsent(item.place(), place -> new ArrayList<>()).add(item);
    }
    return clauses;
  }

  private void append(Place place, List<Item> items, StringBuilder text) {
    List<Item> missing = items.stream().filter(item -> !coverage.isExercised(item)).toList();
    text.append(missing.isEmpty() ? EXERCISED : MISSING);
    text.append(place.line()).append("  ").append(policy.line(place)).append('\n');
    missing.forEach(
        item -> text.append(INDENT).append("not exercised: ").append(item.what()).append('\n'));
  }

  private String summary() {
    int all = coverage.items().size();
    int missing = coverage.missing().size();
    String said = Figures.of(all - missing) + " of " + Figures.counted(all, "behaviour");
    return missing == 0
        ? said + " exercised"
        : said + " exercised; `./tollgate test --suggest` writes tests for the rest";
  }
}
