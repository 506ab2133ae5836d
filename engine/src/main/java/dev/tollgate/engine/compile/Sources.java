package dev.tollgate.engine.compile;

import dev.tollgate.engine.policy.Place;
import dev.tollgate.grammar.diagnostic.SourceText;
import dev.tollgate.grammar.diagnostic.Span;
import dev.tollgate.grammar.tree.Accept;
import dev.tollgate.grammar.tree.SourceTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The texts, and what stands where in them. */
final class Sources {

  private final Map<String, SourceText> texts = new HashMap<>();
  private final Map<String, List<Span>> accepts = new HashMap<>();

  Sources(List<SourceTree> trees) {
    for (SourceTree tree : trees) {
      texts.put(tree.source().name(), tree.source());
      List<Span> spans = new ArrayList<>();
      tree.accepts().stream().map(Accept::span).forEach(spans::add);
      accepts.put(tree.source().name(), spans);
    }
  }

  /** Where a span begins; columns of a place count whole characters. */
  Place place(Span span) {
    String line = text(span).line(span.line());
    int before = Math.min(span.column() - 1, line.length());
    return new Place(span.file(), span.line(), line.codePointCount(0, before) + 1);
  }

  /** What is written from a place to the end of its line, without comment and accept. */
  Span line(Place place) {
    SourceText text = Optional.ofNullable(texts.get(place.file())).orElseThrow();
    String line = text.line(place.line());
    int begin = line.offsetByCodePoints(0, place.column() - 1);
    int start = text.lineEnd(place.line()).offset() - line.length();
    boolean quoted = false;
    int end = begin;
    while (end < line.length() && (quoted || !isRemark(place.file(), text, start + end))) {
      quoted = quoted != (line.charAt(end) == '"');
      end++;
    }
    int length = line.substring(begin, end).stripTrailing().length();
    return text.span(start + begin, start + begin + length);
  }

  private boolean isRemark(String file, SourceText text, int offset) {
    return text.text().charAt(offset) == '#'
        || accepts.getOrDefault(file, List.of()).stream()
            .anyMatch(accept -> accept.start().offset() == offset);
  }

  /** The author's words on one line, without comments and accepts, blanks folded. */
  String words(Span span) {
    String text = text(span).text();
    StringBuilder out = new StringBuilder();
    boolean quoted = false;
    boolean blank = false;
    for (int i = span.start().offset(); i < span.end().offset(); i++) {
      char c = text.charAt(i);
      if (!quoted) {
        int next = afterRemark(span, text, i);
        if (next > i || Character.isWhitespace(c)) {
          i = Math.max(next - 1, i);
          blank = true;
          continue;
        }
      }
      if (blank && !out.isEmpty()) {
        out.append(' ');
      }
      blank = false;
      out.append(c);
      if (c == '\\' && quoted && i + 1 < span.end().offset()) {
        i++;
        out.append(text.charAt(i));
      } else if (c == '"') {
        quoted = !quoted;
      }
    }
    return out.toString();
  }

  /** The offset behind a comment or an accept that begins at {@code offset}, or {@code offset}. */
  private int afterRemark(Span span, String text, int offset) {
    int end = offset;
    if (text.startsWith("accept", offset)) {
      for (Span accept : accepts.getOrDefault(span.file(), List.of())) {
        end = accept.start().offset() == offset ? accept.end().offset() : end;
      }
    }
    if (text.charAt(offset) == '#') {
      while (end < span.end().offset() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
        end++;
      }
    }
    return end;
  }

  private SourceText text(Span span) {
    SourceText text = texts.get(span.file());
    if (text == null) {
      throw new IllegalStateException("no text of " + span.file());
    }
    return text;
  }
}
