package dev.tollgate.grammar.parse;

import dev.tollgate.grammar.diagnostic.SourceText;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.misc.Interval;

/**
 * A text for the lexer, counted in UTF-16 units as spans and editors count; ANTLR's own streams
 * count code points.
 */
final class Utf16Stream implements CharStream {

  private final String name;
  private final String text;
  private int index;

  Utf16Stream(SourceText source) {
    this.name = source.name();
    this.text = source.text();
  }

  @Override
  public void consume() {
    if (index == text.length()) {
      throw new IllegalStateException("consume at the end of " + name);
    }
    index++;
  }

  @Override
  public int LA(int ahead) {
    int at = ahead < 0 ? index + ahead : index + ahead - 1;
    return ahead == 0 || at < 0 || at >= text.length() ? EOF : text.charAt(at);
  }

  @Override
  public int mark() {
    return -1;
  }

  @Override
  public void release(int marker) {}

  @Override
  public int index() {
    return index;
  }

  @Override
  public void seek(int to) {
    index = Math.min(to, text.length());
  }

  @Override
  public int size() {
    return text.length();
  }

  @Override
  public String getSourceName() {
    return name;
  }

  @Override
  public String getText(Interval interval) {
    int end = Math.min(interval.b + 1, text.length());
    return interval.a >= end ? "" : text.substring(interval.a, end);
  }

  @Override
  public String toString() {
    return text;
  }
}
