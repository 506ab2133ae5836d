package dev.tollgate.rules.mistakes;

import dev.tollgate.grammar.diagnostic.SourceText;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines of a file that become others.
 *
 * @param before the lines, which stand there once; empty where the file is new
 * @param after what they become; the same where lines are shown alone
 */
record Edit(String file, String before, String after) {

  /** The files with the change in them. */
  List<SourceText> in(List<SourceText> sources) {
    List<SourceText> changed = new ArrayList<>(sources);
    if (before.isEmpty()) {
      changed.add(SourceText.of(file, after));
    } else {
      SourceText source = source(sources);
      int at = offset(sources);
      String text = source.text();
      String rest = text.substring(at + before.length());
      changed.set(
          sources.indexOf(source), SourceText.of(file, text.substring(0, at) + after + rest));
    }
    return changed;
  }

  /** Where the lines begin, before the change and after it. */
  int offset(List<SourceText> sources) {
    if (before.isEmpty()) {
      return 0;
    }
    String text = source(sources).text();
    int at = text.indexOf(before);
    if (at < 0 || text.indexOf(before, at + 1) >= 0) {
      throw new IllegalStateException(
          "these lines stand %s in %s:\n%s"
              .formatted(at < 0 ? "nowhere" : "more than once", file, before));
    }
    return at;
  }

  private SourceText source(List<SourceText> sources) {
    return sources.stream()
        .filter(source -> source.name().equals(file))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("there is no file " + file));
  }
}
