package dev.tollgate.engine.suite;

import dev.tollgate.grammar.diagnostic.Span;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

/** Says things the way an author of rule files would write them. */
final class Wording {

  private static final int GROUP = 3;

  private Wording() {}

  /** A number with its thousands grouped: {@code 500_000}, {@code 0.5}. */
  static String number(BigDecimal number) {
    String plain = number.stripTrailingZeros().toPlainString();
    int point = plain.indexOf('.');
    int end = point < 0 ? plain.length() : point;
    StringBuilder grouped = new StringBuilder(plain);
    int first = plain.startsWith("-") ? 1 : 0;
    for (int at = end - GROUP; at > first; at -= GROUP) {
      grouped.insert(at, '_');
    }
    return grouped.toString();
  }

  /** {@code 2026-01-02T10:00Z}. */
  static String moment(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC).toString();
  }

  /** The author's own words, on one line. */
  static String written(Span span, Map<String, String> files) {
    String text = files.get(span.file());
    if (text == null) {
      throw new IllegalArgumentException("no such file: " + span.file());
    }
    return text.substring(span.start().offset(), span.end().offset()).replaceAll("\\s+", " ");
  }
}
