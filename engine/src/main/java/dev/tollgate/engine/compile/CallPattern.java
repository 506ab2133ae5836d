package dev.tollgate.engine.compile;

import java.util.List;

/** A name of calls with `*` in it; a `*` stands for one or more parts between dots. */
final class CallPattern {

  private final List<String> parts;

  CallPattern(String pattern) {
    this.parts = List.of(pattern.split("\\.", -1));
  }

  /** Whether it matches a call's name: `*.create` matches `tags.create` and `crm.tags.create`. */
  boolean matches(String call) {
    List<String> words = List.of(call.split("\\.", -1));
    boolean[] reached = new boolean[words.size() + 1];
    reached[0] = true;
    for (String part : parts) {
      reached = after(part, words, reached);
    }
    return reached[words.size()];
  }

  /**
   * The pattern that matches a call and has its `*` where this one has: `items.*` of `items.list`.
   */
  String shapeOf(String call) {
    String[] words = call.split("\\.", -1);
    for (int i = 0; i < Math.min(words.length, parts.size()); i++) {
      words[i] = parts.get(i).equals("*") ? "*" : words[i];
    }
    return String.join(".", words);
  }

  /** Which beginnings of the words are matched, given those that the parts so far match. */
  private static boolean[] after(String part, List<String> words, boolean[] before) {
    boolean[] reached = new boolean[before.length];
    for (int i = 0; i < words.size(); i++) {
      boolean star = part.equals("*");
      boolean here = star ? before[i] || reached[i] : before[i] && part.equals(words.get(i));
      reached[i + 1] = here;
    }
    return reached;
  }
}
