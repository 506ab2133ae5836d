package dev.tollgate.grammar.diagnostic;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The text of one file under the name that messages call it by. Lines end with LF, CRLF or CR; a
 * byte order mark at the start is left out. Immutable.
 */
public final class SourceText {

  /** The longest text that is read: 4 MiB, in bytes of a file and in characters of a text. */
  public static final int MAX_LENGTH = 4 * 1024 * 1024;

  private final String name;
  private final String text;
  private final int[] lineStarts;

  private SourceText(String name, String text) {
    this.name = name;
    this.text = text;
    this.lineStarts = lineStarts(text);
  }

  /** A text as it is; one that is too long is refused when it is parsed. */
  public static SourceText of(String name, String text) {
    return new SourceText(name, text.startsWith("\uFEFF") ? text.substring(1) : text);
  }

  /**
   * The text of a file's bytes, or what is wrong with them: longer than {@link #MAX_LENGTH}, empty,
   * with a zero byte in them, not UTF-8.
   */
  public static Decoded decode(String name, byte[] bytes) {
    if (bytes.length > MAX_LENGTH) {
      return refused(
          name, DiagnosticCode.TEXT_TOO_LARGE, 0, bytes, "the file is longer than 4 MiB");
    }
    if (bytes.length == 0) {
      return refused(name, DiagnosticCode.EMPTY_FILE, 0, bytes, "the file is empty");
    }
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        return refused(
            name,
            DiagnosticCode.NOT_TEXT,
            i,
            bytes,
            "the file has zero bytes in it: it is not a text");
      }
    }
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    if (StandardCharsets.UTF_8.newDecoder().decode(in, out, true).isError()) {
      return refused(
          name,
          DiagnosticCode.NOT_UTF8,
          in.position(),
          bytes,
          "the file is not UTF-8: save it in that encoding");
    }
    return new Decoded.Text(of(name, out.flip().toString()));
  }

  /** The name of the file, as messages print it. */
  public String name() {
    return name;
  }

  /** The whole text. */
  public String text() {
    return text;
  }

  /** The number of lines; a text that ends with a line end has an empty last one. */
  public int lineCount() {
    return lineStarts.length;
  }

  /** A line without its end. */
  public String line(int number) {
    return text.substring(lineStarts[number - 1], lineEnd(number).offset());
  }

  /** The place behind the last character of a line, where its end begins. */
  public Position lineEnd(int number) {
    int start = lineStarts[number - 1];
    int end = number < lineStarts.length ? lineStarts[number] : text.length();
    while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return position(end);
  }

  /** The place of an offset from 0 to the length of the text. */
  public Position position(int offset) {
    if (offset < 0 || offset > text.length()) {
      throw new IndexOutOfBoundsException(
          "offset " + offset + " is outside of " + name + " with " + text.length() + " characters");
    }
    int found = Arrays.binarySearch(lineStarts, offset);
    int line = found >= 0 ? found : -found - 2;
    return new Position(offset, line + 1, offset - lineStarts[line] + 1);
  }

  /** The stretch from an offset (inclusive) to another (exclusive). */
  public Span span(int start, int end) {
    return new Span(name, position(start), position(end));
  }

  @Override
  public String toString() {
    return name;
  }

  /** Refuses a file for its byte {@code at}. */
  private static Decoded refused(
      String name, DiagnosticCode code, int at, byte[] bytes, String message) {
    SourceText before = of(name, new String(bytes, 0, at, StandardCharsets.UTF_8));
    int end = before.text().length();
    return new Decoded.Refused(Diagnostic.of(code, before.span(end, end), message));
  }

  private static int[] lineStarts(String text) {
    int[] starts = new int[16];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean ends =
          c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
      if (ends) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, 2 * count);
        }
        starts[count++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, count);
  }
}
