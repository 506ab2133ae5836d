package dev.tollgate.server.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/** Cuts a stream into parts of whole lines, which can be read side by side. For one thread. */
public final class Chunks {

  /** Bytes that are read at once, and the longest line there may be. */
  private static final int SIZE = 1 << 20;

  private final InputStream in;
  private byte[] rest = new byte[0];
  private long nextLine = 1;
  private long end;

  public Chunks(InputStream in) {
    this.in = in;
  }

  /**
   * The next lines; empty when there are no more.
   *
   * @throws IOException if the stream cannot be read, or has a line of more than a million bytes
   */
  public Optional<Chunk> next() throws IOException {
    byte[] bytes = Arrays.copyOf(rest, SIZE);
    int length = rest.length + in.readNBytes(bytes, rest.length, SIZE - rest.length);
    if (length == 0) {
      return Optional.empty();
    }
    int cut = length < SIZE ? length : lastLineEnd(bytes, length);
    if (cut == 0) {
      throw new IOException("line " + nextLine + " is longer than a million bytes");
    }
    rest = Arrays.copyOfRange(bytes, cut, length);
    end += cut;
    Chunk chunk = new Chunk(Arrays.copyOf(bytes, cut), nextLine, end);
    for (int at = 0; at < cut; at++) {
      nextLine += bytes[at] == '\n' ? 1 : 0;
    }
    return Optional.of(chunk);
  }

  private static int lastLineEnd(byte[] bytes, int length) {
    int at = length;
    while (at > 0 && bytes[at - 1] != '\n') {
      at--;
    }
    return at;
  }
}
