package dev.tollgate.server.store.disk;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The hash of a group of the log: SHA-256 of the hash of the group before it, and of the sequence
 * number, length and bytes of each of its entries.
 *
 * @param hex 64 digits in lower case
 */
public record Hash(String hex) {

  /** What the first group follows. */
  static final Hash OF_NOTHING = new Hash("0".repeat(64));

  public Hash {
    if (!hex.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("not a hash: " + hex);
    }
  }

  /** The hash of the group that follows the one with this hash. */
  Hash followedBy(List<LogRow> entries) {
    MessageDigest digest = sha256();
    digest.update(HexFormat.of().parseHex(hex));
    for (LogRow entry : entries) {
      ByteBuffer head = ByteBuffer.allocate(Long.BYTES + Integer.BYTES);
      head.putLong(entry.sequence()).putInt(entry.bytes().length).flip();
      digest.update(head);
      digest.update(entry.bytes());
    }
    return new Hash(HexFormat.of().formatHex(digest.digest()));
  }

  /** Enough of it to tell two apart in a message. */
  String shortened() {
    return hex.substring(0, 8);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
