package dev.tollgate.server.table;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * Some whole lines of a file.
 *
 * @param firstLine number of the first of them, from 1
 * @param end how many bytes of the file have been read with it
 */
public record Chunk(byte[] bytes, long firstLine, long end) {

  /**
   * The text.
   *
   * @return empty where it is not UTF-8
   */
  Optional<String> text() {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException malformed) {
      return Optional.empty();
    }
  }

  /** The lines of a text, without their ends. */
  static final class Lines implements Iterator<String> {

    private final String text;
    private int next;

    Lines(String text) {
      this.text = text;
    }

    @Override
    public boolean hasNext() {
      return next < text.length();
    }

    @Override
    public String next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      int end = text.indexOf('\n', next);
      int stop = end < 0 ? text.length() : end;
      int cut = stop > next && text.charAt(stop - 1) == '\r' ? stop - 1 : stop;
      String line = text.substring(next, cut);
      next = stop + 1;
      return line;
    }
  }
}
