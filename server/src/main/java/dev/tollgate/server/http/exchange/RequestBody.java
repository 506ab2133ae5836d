package dev.tollgate.server.http.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tollgate.server.http.json.JsonText;
import dev.tollgate.server.http.json.MalformedJson;
import dev.tollgate.server.http.problem.Refused;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;

/** Reads bodies: JSON that says so, of a bounded size. */
public final class RequestBody {

  /** The longest body that is read: 1 MiB. */
  public static final int MOST_BYTES = 1 << 20;

  private RequestBody() {}

  /**
   * The value of a request's body.
   *
   * @throws Refused with 413 or 415
   * @throws MalformedJson if it is none
   */
  public static JsonNode json(Context context) {
    requireJson(context);
    return JsonText.parse(bytes(context));
  }

  /** The same, where no body at all means an empty object. */
  public static JsonNode jsonOrNothing(Context context) {
    byte[] bytes = bytes(context);
    if (bytes.length == 0) {
      return JsonNodeFactory.instance.objectNode();
    }
    requireJson(context);
    return JsonText.parse(bytes);
  }

  /** A compressed body could be of any size once it is read. */
  private static void refuseCompressed(Context context) {
    String coding = Optional.ofNullable(context.header("Content-Encoding")).orElse("identity");
    if (!coding.equalsIgnoreCase("identity")) {
      throw Refused.compressed("send the body as it is, without Content-Encoding: " + coding);
    }
  }

  /** A browser can send other media types to any address without asking; JSON it cannot. */
  private static void requireJson(Context context) {
    String stated = Optional.ofNullable(context.contentType()).orElse("").toLowerCase(Locale.ROOT);
    String[] parts = stated.split(";");
    String mediaType = parts.length > 0 ? parts[0].strip() : "";
    if (!mediaType.equals("application/json")) {
      throw Refused.notJsonMediaType("send the body with Content-Type: application/json");
    }
    for (int i = 1; i < parts.length; i++) {
      String parameter = parts[i].replaceAll("[\\s\"]", "");
      if (parameter.startsWith("charset=") && !parameter.equals("charset=utf-8")) {
        throw Refused.notJsonMediaType("JSON is read as UTF-8 alone");
      }
    }
  }

  private static byte[] bytes(Context context) {
    refuseCompressed(context);
    if (context.req().getContentLengthLong() > MOST_BYTES) {
      throw Refused.tooLarge(MOST_BYTES);
    }
    try (InputStream body = context.bodyInputStream()) {
      byte[] bytes = body.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw Refused.tooLarge(MOST_BYTES);
      }
      return bytes;
    } catch (IOException broken) {
      throw new UncheckedIOException("the body did not arrive", broken);
    }
  }
}
