package dev.tollgate.server.command;

import dev.tollgate.grammar.diagnostic.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * A file that is replaced as a whole or not at all: nobody ever sees half of it, whatever happens
 * to the disk or the process meanwhile.
 */
final class WholeFile {

  private final Path path;
  private final byte[] bytes;

  private WholeFile(Path path, byte[] bytes) {
    this.path = path;
    this.bytes = bytes;
  }

  /** A file as it is now; of one that is too long to be a rule file, as much as shows it. */
  static WholeFile read(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return new WholeFile(path, in.readNBytes(SourceText.MAX_LENGTH + 1));
    }
  }

  /** What was in it when it was read. */
  byte[] bytes() {
    return bytes.clone();
  }

  /** The text that was in it, a byte order mark at its start included. */
  String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /**
   * Replaces what is in it. Mode and owner stay; of a symbolic link, the file it leads to is
   * replaced.
   *
   * @throws IOException if it may not be written, cannot be, or is another than was read. It is
   *     then as it was.
   */
  void replace(byte[] content) throws IOException {
    Path target = path.toRealPath();
    if (!Files.isWritable(target)) {
      throw new AccessDeniedException(target.toString());
    }
    // In the same folder, for a file cannot be renamed from one disk to another; hidden, for nobody
    // should take it for a rule file.
    Path draft = Files.createTempFile(target.getParent(), ".tollgate-", ".tmp");
    try {
      Files.copy(
          target, draft, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
      write(draft, content);
      if (!Arrays.equals(Files.readAllBytes(target), bytes)) {
        throw new IOException("somebody else has changed it meanwhile");
      }
      Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /**
   * Replaces its text.
   *
   * @param shown what messages call it
   * @throws BadUsage if that cannot be done
   */
  void rewrite(String shown, String text) {
    try {
      replace(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException refused) {
      throw new BadUsage(
          "`%s` cannot be written: %s".formatted(shown, reason(refused)), "it is as it was before");
    }
  }

  private static void write(Path draft, byte[] content) throws IOException {
    try (FileChannel channel =
        FileChannel.open(draft, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer rest = ByteBuffer.wrap(content);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      // A rename may reach the disk before what was written does.
      channel.force(true);
    }
  }

  /** Why a file could not be read or written, without its name. */
  static String reason(IOException refused) {
    if (refused instanceof AccessDeniedException) {
      return "no permission";
    }
    String reason =
        refused instanceof FileSystemException system ? system.getReason() : refused.getMessage();
    return reason == null ? refused.getClass().getSimpleName() : reason;
  }
}
