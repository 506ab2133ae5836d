package dev.tollgate.server.http.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * One line of a tokens file.
 *
 * @param sha256 the hash of the token's UTF-8 bytes; tokens are long random words, which need no
 *     slow hash
 * @param caller whom it stands for
 */
record Token(byte[] sha256, Caller caller) {

  /** Bytes of a hash. */
  static final int HASH_BYTES = 32;

  Token {
    sha256 = Arrays.copyOf(sha256, HASH_BYTES);
  }

  static byte[] hash(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    }
  }

  /** Takes the same time wherever the hashes differ. */
  boolean matches(byte[] presented) {
    return MessageDigest.isEqual(sha256, presented);
  }
}
