package dev.tollgate.server.http.exchange;

import dev.tollgate.server.http.problem.Refused;
import io.javalin.http.Context;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the query of an address, strictly: a name that stands twice, or an escape that says
 * nothing, is refused instead of dropped.
 */
public final class Query {

  private static final char NOT_A_CHARACTER = '\uFFFD';

  private Query() {}

  /**
   * Values by name, in order.
   *
   * @throws Refused with 400 if it cannot be read
   */
  public static Map<String, String> of(Context context) {
    Map<String, String> values = new LinkedHashMap<>();
    String query = Optional.ofNullable(context.queryString()).orElse("");
    for (String part : query.split("&")) {
      String[] pair = part.split("=", 2);
      String name = decoded(pair[0]);
      boolean doubled =
          !part.isEmpty() && values.put(name, pair.length == 2 ? decoded(pair[1]) : "") != null;
      if (doubled) {
        throw Refused.badAddress("`" + name + "` stands twice in the query");
      }
    }
    return values;
  }

  private static String decoded(String text) {
    try {
      String decoded = URLDecoder.decode(text, StandardCharsets.UTF_8);
      if (decoded.indexOf(NOT_A_CHARACTER) < 0) {
        return decoded;
      }
    } catch (IllegalArgumentException malformed) {
      // The same answer as for bytes that are not UTF-8.
    }
    throw Refused.badAddress("the query has an escape that is not UTF-8: write %XX for each byte");
  }
}
