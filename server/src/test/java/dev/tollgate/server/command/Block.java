package dev.tollgate.server.command;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fenced block of a Markdown page.
 *
 * @param language the word behind the fence; empty when there is none
 * @param line where the fence opens, from 1
 * @param lines the lines between the fences
 */
record Block(String language, int line, List<String> lines) {

  private static final Pattern FENCE = Pattern.compile("\\s*```(.*)");

  Block {
    lines = List.copyOf(lines);
  }

  /** All of them, in order. */
  static List<Block> of(List<String> page) {
    List<Block> blocks = new ArrayList<>();
    int open = -1;
    String language = "";
    for (int i = 0; i < page.size(); i++) {
      Matcher fence = FENCE.matcher(page.get(i));
      if (fence.matches()) {
        if (open < 0) {
          language = fence.group(1).strip();
          open = i;
        } else {
          blocks.add(new Block(language, open + 1, page.subList(open + 1, i)));
          open = -1;
        }
      }
    }
    if (open >= 0) {
      throw new IllegalArgumentException("the block of line " + (open + 1) + " has no end");
    }
    return blocks;
  }
}
