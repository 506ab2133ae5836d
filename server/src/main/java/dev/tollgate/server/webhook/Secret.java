package dev.tollgate.server.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What receivers know too, so that they can tell who sent a message.
 *
 * <p>Source: the signatures are those of the Standard Webhooks specification, version 1, for which
 * there are libraries in most languages.
 */
public final class Secret {

  /** Bytes of the shortest secret. */
  public static final int LEAST_BYTES = 24;

  private static final String PREFIX = "whsec_";
  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  private Secret(byte[] bytes) {
    this.key = new SecretKeySpec(bytes, ALGORITHM);
  }

  /**
   * A secret as it is written down: {@code whsec_} and Base64, or any other text, whose UTF-8 bytes
   * it is then. Blanks around it do not count.
   *
   * @throws IllegalArgumentException if it is too short, or no Base64
   */
  public static Secret of(String written) {
    String text = written.strip();
    byte[] bytes =
        text.startsWith(PREFIX)
            ? Base64.getDecoder().decode(text.substring(PREFIX.length()))
            : text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length < LEAST_BYTES) {
      throw new IllegalArgumentException("shorter than " + LEAST_BYTES + " bytes");
    }
    return new Secret(bytes);
  }

  /** The signature of a message: {@code v1,} and the Base64 of an HMAC-SHA256. */
  String signature(String id, long timestampSeconds, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update((id + "." + timestampSeconds + ".").getBytes(StandardCharsets.UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every Java knows " + ALGORITHM, missing);
    }
  }

  /** Never the secret itself. */
  @Override
  public String toString() {
    return "a secret";
  }
}
