package dev.tollgate.engine.compile;

import dev.tollgate.grammar.diagnostic.SourceText;
import dev.tollgate.grammar.parse.SourceParser;
import dev.tollgate.grammar.tree.Lexeme;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One word or sign of a rule file left out, written twice, or in the place of the next one.
 *
 * @param source the file as it was
 * @param words the one that is touched and, for a swap, the next one
 */
record Slip(SourceText source, Kind kind, List<Lexeme> words) {

  enum Kind {
    LEFT_OUT,
    TWICE,
    SWAPPED
  }

  /** All slips that can happen to a file; a swap of two equal words is none. */
  static List<Slip> of(SourceText source) {
    List<Lexeme> words =
        SourceParser.lexemes(source).stream()
            .filter(it -> it.kind() != Lexeme.Kind.COMMENT && it.kind() != Lexeme.Kind.NEWLINE)
            .toList();
    List<Slip> slips = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      Lexeme word = words.get(i);
      slips.add(new Slip(source, Kind.LEFT_OUT, List.of(word)));
      slips.add(new Slip(source, Kind.TWICE, List.of(word)));
      if (i + 1 < words.size() && !words.get(i + 1).text().equals(word.text())) {
        slips.add(new Slip(source, Kind.SWAPPED, List.of(word, words.get(i + 1))));
      }
    }
    return slips;
  }

  /** The file with the slip in it; its lines keep their numbers. */
  SourceText made() {
    Lexeme first = words.get(0);
    Lexeme last = words.get(words.size() - 1);
    String text = source.text();
    String made =
        switch (kind) {
          case LEFT_OUT -> "";
          case TWICE -> first.text() + " " + first.text();
          case SWAPPED -> " " + last.text() + between(first, last) + " " + first.text() + " ";
        };
    return SourceText.of(
        source.name(),
        text.substring(0, first.span().start().offset())
            + made
            + text.substring(last.span().end().offset()));
  }

  private String between(Lexeme first, Lexeme last) {
    return source.text().substring(first.span().end().offset(), last.span().start().offset());
  }

  /** The lines that are touched. */
  Set<Integer> lines() {
    return IntStream.rangeClosed(
            words.get(0).span().line(), words.get(words.size() - 1).span().line())
        .boxed()
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Whether a brace is touched, so that lines may seem to stand in another block. */
  boolean isOfBlocks() {
    return words.stream().anyMatch(word -> word.text().equals("{") || word.text().equals("}"));
  }

  @Override
  public String toString() {
    String what = words.stream().map(Lexeme::text).collect(Collectors.joining("` and `"));
    return source.name() + ":" + words.get(0).span().line() + " `" + what + "` " + kind;
  }
}
