package dev.tollgate.server.command;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.ArrayList;
import java.util.List;

/** The difference of two texts as {@code diff -u} prints it and {@code patch} reads it. */
final class UnifiedDiff {

  private static final int CONTEXT = 3;
  private static final int HEAD = 3;
  private static final String NO_LINE_END = "\n\\ No newline at end of file";

  private UnifiedDiff() {}

  /**
   * The lines that differ with those around them; empty when none does.
   *
   * @param name of the file that is the one text and would be the other
   */
  static String of(String name, String before, String after) {
    List<String> old = lines(before);
    List<String> lines =
        UnifiedDiffUtils.generateUnifiedDiff(
            name, name, old, DiffUtils.diff(old, lines(after)), CONTEXT);
    return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
  }

  /** The lines of two blocks, each with a sign for whether it came, went or stays. */
  static List<String> ofBlocks(String before, String after) {
    List<String> old = before.lines().toList();
    List<String> now = after.lines().toList();
    int all = old.size() + now.size();
    return UnifiedDiffUtils.generateUnifiedDiff("", "", old, DiffUtils.diff(old, now), all).stream()
        .skip(HEAD)
        .map(line -> line.substring(0, 1) + " " + line.substring(1))
        .toList();
  }

  /** A carriage return is part of its line; so is the want of a line end. */
  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
    int last = lines.size() - 1;
    if (lines.get(last).isEmpty()) {
      lines.remove(last);
    } else {
      lines.set(last, lines.get(last) + NO_LINE_END);
    }
    return lines;
  }
}
