package dev.tollgate.server.store.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;

/**
 * The file that remembers the last {@link Mark}, outside the database, so that a database which
 * lost its end can be told from one that never had it. Whoever has it open is the only one who may
 * write to the database: it carries the lock of the process.
 *
 * <p>Two places in the file are written in turn, so that a crash while one is written leaves the
 * other.
 */
final class MarkFile implements AutoCloseable {

  static final String NAME = "ledger.mark";

  /** Far enough from each other to lie in different blocks of the disk. */
  private static final int PLACE_BYTES = 4096;

  private static final int PLACES = 2;
  private static final Pattern LINE =
      Pattern.compile("(tollgate mark group (\\d{1,18}) hash ([0-9a-f]{64})) sum ([0-9a-f]{8})\n");

  private final FileChannel channel;
  private Optional<Mark> last;

  private MarkFile(FileChannel channel, Optional<Mark> last) {
    this.channel = channel;
    this.last = last;
  }

  /**
   * Opens or makes the file in a folder.
   *
   * @throws StoreRefused if another process has it open
   */
  static MarkFile open(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(
            folder.resolve(NAME),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    try {
      if (!lock(channel)) {
        throw StoreRefused.inUse(folder);
      }
      return new MarkFile(channel, read(channel));
    } catch (IOException | RuntimeException refused) {
      channel.close();
      throw refused;
    }
  }

  /** The last mark that was written; empty in a new file, and when nothing in it can be read. */
  Optional<Mark> last() {
    return last;
  }

  /** Writes a mark; it is on disk when this returns. */
  void write(Mark mark) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(line(mark).getBytes(StandardCharsets.US_ASCII));
    long place = mark.group() % PLACES * PLACE_BYTES;
    while (bytes.hasRemaining()) {
      channel.write(bytes, place + bytes.position());
    }
    channel.force(last.isEmpty());
    last = Optional.of(mark);
  }

  /** Writes a mark over whatever is there, also when it is an earlier one. */
  void reset(Mark mark) throws IOException {
    channel.truncate(0);
    last = Optional.empty();
    write(mark);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private static boolean lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException inThisProcess) {
      return false;
    }
  }

  private static Optional<Mark> read(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(PLACES * PLACE_BYTES);
    while (bytes.hasRemaining() && channel.read(bytes, bytes.position()) > 0) {
      // A file is read in as many pieces as it comes in.
    }
    String text = new String(bytes.array(), StandardCharsets.ISO_8859_1);
    return IntStream.range(0, PLACES)
        .mapToObj(place -> parse(text.substring(place * PLACE_BYTES, (place + 1) * PLACE_BYTES)))
        .flatMap(Optional::stream)
        .max(Comparator.comparingLong(Mark::group));
  }

  private static Optional<Mark> parse(String place) {
    Matcher line = LINE.matcher(place);
    return line.lookingAt() && sum(line.group(1)).equals(line.group(4))
        ? Optional.of(new Mark(Long.parseLong(line.group(2)), new Hash(line.group(3))))
        : Optional.empty();
  }

  private static String line(Mark mark) {
    String content = "tollgate mark group " + mark.group() + " hash " + mark.hash().hex();
    return content + " sum " + sum(content) + "\n";
  }

  private static String sum(String text) {
    CRC32C sum = new CRC32C();
    sum.update(text.getBytes(StandardCharsets.US_ASCII));
    return "%08x".formatted(sum.getValue());
  }
}
