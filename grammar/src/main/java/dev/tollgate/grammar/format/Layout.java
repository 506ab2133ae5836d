package dev.tollgate.grammar.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Prints lines: indented, in columns, with single blank lines. */
final class Layout {

  private static final int STEP = 2;
  private static final int COMMENT_GAP = 2;
  private static final Set<String> WORD_FIRST = Set.of("denial", "field", "product", "test");

  String print(List<Line> lines) {
    List<Line> kept = withoutSpareBlanks(lines);
    List<String> texts = texts(kept);
    addComments(kept, texts);
    StringBuilder out = new StringBuilder();
    for (String text : texts) {
      out.append(text).append('\n');
    }
    return out.toString();
  }

  /** No blank line at the start, at the end, beside another one, or just inside a block. */
  private static List<Line> withoutSpareBlanks(List<Line> lines) {
    List<Line> kept = new ArrayList<>(lines.size());
    for (Line line : lines) {
      boolean closes = line.first() && line.firstWord().equals("}");
      if (closes || line.isBlank()) {
        removeBlank(kept);
      }
      boolean spare = line.isBlank() && (kept.isEmpty() || opensBlock(kept.get(kept.size() - 1)));
      if (!spare) {
        kept.add(line);
      }
    }
    removeBlank(kept);
    return kept;
  }

  private static void removeBlank(List<Line> lines) {
    if (!lines.isEmpty() && lines.get(lines.size() - 1).isBlank()) {
      lines.remove(lines.size() - 1);
    }
  }

  private static boolean opensBlock(Line line) {
    int size = line.lexemes().size();
    return line.whole() && size > 0 && line.lexemes().get(size - 1).text().equals("{");
  }

  private static List<String> texts(List<Line> lines) {
    Runs runs = new Runs();
    String[] texts = new String[lines.size()];
    int indent = 0;
    for (int i = 0; i < texts.length; i++) {
      Line line = lines.get(i);
      if (line.isBlank()) {
        runs.end(line.place());
        texts[i] = "";
        continue;
      }
      int depth = STEP * line.place().depth();
      if (line.first() && !line.isComment()) {
        Clause clause = Clauses.of(line);
        indent = clause.indent();
        // Of a clause in several lines only its first word can stand in a column.
        if (line.whole() || WORD_FIRST.contains(clause.family())) {
          runs.add(i, line, clause);
        }
      }
      int column = depth + line.hang() + (line.isComment() && line.first() ? 0 : indent);
      texts[i] = " ".repeat(column) + Spacing.joined(line.lexemes());
    }
    runs.print(texts);
    return new ArrayList<>(List.of(texts));
  }

  /** Comments behind lines that follow each other in one block start in one column. */
  private static void addComments(List<Line> lines, List<String> texts) {
    Map<Integer, Integer> columns = new HashMap<>();
    int first = 0;
    for (int i = 0; i <= lines.size(); i++) {
      boolean ends =
          i == lines.size()
              || lines.get(i).lexemes().isEmpty()
              || lines.get(i).comment().isEmpty()
              || !lines.get(i).place().equals(lines.get(first).place());
      if (ends) {
        int column = widest(lines, texts, first, i) + COMMENT_GAP;
        for (int j = first; j < i; j++) {
          columns.put(j, column);
        }
        first = i;
      }
    }
    for (int i = 0; i < lines.size(); i++) {
      String text = texts.get(i);
      int line = i;
      lines
          .get(i)
          .comment()
          .ifPresent(
              comment -> {
                int column = lines.get(line).isComment() ? text.length() : columns.get(line);
                String gap = " ".repeat(column - width(text));
                texts.set(line, text + gap + comment.text().stripTrailing());
              });
    }
  }

  private static int widest(List<Line> lines, List<String> texts, int first, int end) {
    int widest = 0;
    for (int i = first; i < end; i++) {
      if (lines.get(i).comment().isPresent()) {
        widest = Math.max(widest, width(texts.get(i)));
      }
    }
    return widest;
  }

  private static int width(String text) {
    return text.codePointCount(0, text.length());
  }
}
