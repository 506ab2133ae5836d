package dev.tollgate.grammar.parse;

import dev.tollgate.grammar.diagnostic.Fix;
import dev.tollgate.grammar.diagnostic.SourceText;
import dev.tollgate.grammar.diagnostic.Span;

/** Where the `}` of a block belongs that has none. */
final class BlockEnd {

  private BlockEnd() {}

  /**
   * Closes a block below its lines: those that are set in further than the one that opens it.
   *
   * @param opened the `{` of the block
   */
  static Fix missing(SourceText source, Span opened) {
    int last = opened.line();
    String indent = indent(source.line(last));
    for (int number = last + 1; number <= source.lineCount(); number++) {
      String line = source.line(number);
      if (line.isBlank()) {
        continue;
      }
      if (indent(line).length() <= indent.length()) {
        break;
      }
      last = number;
    }
    int end = source.lineEnd(last).offset();
    String lineEnd = source.text().startsWith("\r\n", source.lineEnd(1).offset()) ? "\r\n" : "\n";
    return new Fix(source.span(end, end), lineEnd + indent + "}");
  }

  private static String indent(String line) {
    return line.substring(0, line.length() - line.stripLeading().length());
  }
}
