package dev.tollgate.server.command;

import dev.tollgate.engine.suite.Suggestion;
import java.util.List;

/** Tests to paste into a rule file. */
final class SuggestionsText {

  private SuggestionsText() {}

  /** Below a header for each run of tests of one quota; what has none is said in a comment. */
  static String of(List<Suggestion> suggestions) {
    if (suggestions.isEmpty()) {
      return "# Tests exercise everything there is.\n";
    }
    StringBuilder text = new StringBuilder();
    String target = "";
    for (Suggestion suggestion : suggestions) {
      text.append(text.isEmpty() ? "" : "\n");
      if (suggestion.test().isEmpty()) {
        text.append("# No test was found for ").append(suggestion.item().place());
        text.append(": ").append(suggestion.item().what()).append('\n');
        continue;
      }
      if (!suggestion.item().target().equals(target)) {
        target = suggestion.item().target();
        text.append("tests for ").append(target).append("\n\n");
      }
      text.append(suggestion.test().get());
    }
    return text.toString();
  }
}
