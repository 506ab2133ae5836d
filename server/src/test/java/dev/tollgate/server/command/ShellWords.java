package dev.tollgate.server.command;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a command into words as a shell does, quotes resolved, and knows nothing more of shells.
 */
final class ShellWords {

  private static final String SPECIAL = "|&;<>()$`*?[]#~!{}\\";

  private ShellWords() {}

  /**
   * @throws IllegalArgumentException if a shell would do more with the command than split it
   */
  static List<String> of(String command) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean inWord = false;
    for (int i = 0; i < command.length(); i++) {
      char c = command.charAt(i);
      if (c == '\'' || c == '"') {
        int end = command.indexOf(c, i + 1);
        String quoted = command.substring(i + 1, end);
        if (c == '"' && quoted.matches("(?s).*[$`\\\\!].*")) {
          throw new IllegalArgumentException("a shell changes what is in double quotes: " + quoted);
        }
        word.append(quoted);
        inWord = true;
        i = end;
      } else if (Character.isWhitespace(c)) {
        if (inWord) {
          words.add(word.toString());
          word.setLength(0);
          inWord = false;
        }
      } else if (SPECIAL.indexOf(c) >= 0) {
        throw new IllegalArgumentException("`" + c + "` means something to a shell: " + command);
      } else {
        word.append(c);
        inWord = true;
      }
    }
    if (inWord) {
      words.add(word.toString());
    }
    return words;
  }
}
