package dev.tollgate.rules.mistakes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads the mistakes of a folder: a file for each kind, its title behind {@code #} in the first
 * line, a block for each mistake, and an empty line between blocks.
 *
 * <p>A block begins with the mistake's name. Below stand the changes as {@code diff} shows them:
 * the file, and then its lines with {@code -} before those that go, {@code +} before those that
 * come and a blank before those that stay. What a person would underline stands between {@code «}
 * and {@code »}.
 */
final class Mistakes {

  private static final String MARKS = "[«»]";

  private Mistakes() {}

  /** In the order of the files' names. */
  static List<Mistake> read(Path folder) throws IOException {
    List<Mistake> mistakes = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        mistakes.addAll(kind(Files.readString(file)));
      }
    }
    return mistakes;
  }

  private static List<Mistake> kind(String text) {
    List<String> blocks = List.of(text.strip().split("\n\n+"));
    String kind = blocks.get(0).lines().findFirst().orElseThrow().replaceFirst("# ", "");
    return blocks.stream().skip(1).map(block -> mistake(kind, block)).toList();
  }

  private static Mistake mistake(String kind, String block) {
    List<Edit> marked = new ArrayList<>();
    String[] parts = block.split("\n(?=[^-+ ])");
    for (int i = 1; i < parts.length; i++) {
      marked.add(edit(parts[i]));
    }
    Edit underlined =
        marked.stream()
            .filter(edit -> edit.after().matches("(?s)[^«]*«[^«»]*»[^»]*"))
            .reduce(
                (one, other) -> {
                  throw new IllegalStateException("two places are underlined in:\n" + block);
                })
            .orElseThrow(() -> new IllegalStateException("nothing is underlined in:\n" + block));
    return new Mistake(
        kind,
        parts[0],
        marked.stream().map(Mistakes::plain).toList(),
        plain(underlined),
        underlined.after().indexOf('«'),
        underlined.after().indexOf('»') - 1);
  }

  /** One file and its lines, with what is underlined still marked. */
  private static Edit edit(String part) {
    List<String> lines = part.lines().toList();
    StringBuilder before = new StringBuilder();
    StringBuilder after = new StringBuilder();
    for (String line : lines.subList(1, lines.size())) {
      String text = line.substring(1) + "\n";
      if (line.charAt(0) != '+') {
        before.append(text.replaceAll(MARKS, ""));
      }
      if (line.charAt(0) != '-') {
        after.append(text);
      }
    }
    return new Edit(lines.get(0), before.toString(), after.toString());
  }

  private static Edit plain(Edit marked) {
    return new Edit(marked.file(), marked.before(), marked.after().replaceAll(MARKS, ""));
  }
}
