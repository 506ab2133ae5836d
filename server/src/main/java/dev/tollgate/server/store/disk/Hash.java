package dev.tollgate.server.store.disk;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The hash of a group of the log: SHA-256 of the hash of the group before it, of the number of its
 * last entry, and of the bytes of all its entries.
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
  Hash followedBy(long lastEntry, byte[] entries) {
    MessageDigest digest = sha256();
    digest.update(HexFormat.of().parseHex(hex));
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(lastEntry).flip());
    digest.update(entries);
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
