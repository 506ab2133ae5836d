package dev.tollgate.server.http.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeSet;

/**
 * The one form that equal JSON values share: names sorted, numbers by value, no space between. So
 * {@code {"a": 1.0, "b": 2}} and {@code {"b":2,"a":1}} are the same request.
 */
public final class CanonicalJson {

  private CanonicalJson() {}

  /** SHA-256 of the canonical form, in hexadecimal. */
  public static String fingerprint(JsonNode value) {
    StringBuilder canonical = new StringBuilder();
    write(value, canonical);
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of()
          .formatHex(sha256.digest(canonical.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    }
  }

  private static void write(JsonNode value, StringBuilder out) {
    switch (value.getNodeType()) {
      case OBJECT -> writeObject(value, out);
      case ARRAY -> {
        out.append('[');
        value.forEach(item -> write(item, out.append(',')));
        out.append(']');
      }
      case STRING -> writeText(value.textValue(), out);
      case NUMBER -> writeNumber(value.decimalValue(), out);
      case BOOLEAN, NULL -> out.append(value.asText());
      default -> throw new IllegalArgumentException("no JSON value: " + value.getNodeType());
    }
  }

  private static void writeObject(JsonNode object, StringBuilder out) {
    TreeSet<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    out.append('{');
    for (String name : names) {
      writeText(name, out.append(','));
      write(object.get(name), out.append(':'));
    }
    out.append('}');
  }

  /** The length in front makes any text unmistakable without escapes. */
  private static void writeText(String text, StringBuilder out) {
    out.append('"').append(text.length()).append('"').append(text);
  }

  /** Digits and exponent apart: 1e999999999 must not become a billion zeros. */
  private static void writeNumber(BigDecimal number, StringBuilder out) {
    BigDecimal shortest = number.stripTrailingZeros();
    out.append(shortest.unscaledValue()).append('e').append(-(long) shortest.scale());
  }
}
