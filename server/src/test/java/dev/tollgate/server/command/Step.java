package dev.tollgate.server.command;

import java.util.ArrayList;
import java.util.List;

/**
 * A command of a console block and what the page shows below it.
 *
 * @param line where the command begins, from 1
 * @param command without its {@code $}, continued lines joined by a line end
 * @param expected what is printed; empty when nothing is
 */
record Step(int line, String command, String expected) {

  private static final String PROMPT = "$ ";
  private static final String CONTINUED = "\\";

  /** Where what is shown begins, from 1. */
  int lineBelow() {
    return line + (int) command.lines().count();
  }

  /**
   * The commands of a block, in order.
   *
   * @throws IllegalArgumentException if it does not begin with one
   */
  static List<Step> of(Block block) {
    List<Step> steps = new ArrayList<>();
    int i = 0;
    while (i < block.lines().size()) {
      int start = i;
      StringBuilder command = new StringBuilder();
      if (!block.lines().get(i).startsWith(PROMPT)) {
        throw new IllegalArgumentException("no command in line " + (block.line() + 1 + i));
      }
      command.append(block.lines().get(i++).substring(PROMPT.length()));
      while (command.toString().endsWith(CONTINUED)) {
        command.setLength(command.length() - CONTINUED.length());
        command.append('\n').append(block.lines().get(i++));
      }
      StringBuilder expected = new StringBuilder();
      while (i < block.lines().size() && !block.lines().get(i).startsWith(PROMPT)) {
        expected.append(block.lines().get(i++)).append('\n');
      }
      steps.add(new Step(block.line() + 1 + start, command.toString(), expected.toString()));
    }
    return steps;
  }
}
