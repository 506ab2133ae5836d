package dev.tollgate.server.http.exchange;

import dev.tollgate.server.http.json.JsonLayout;
import dev.tollgate.server.http.json.JsonWriter;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** How the JSON of an answer is laid out. The value is the same. */
enum Layout {
  /** As short as possible. */
  COMPACT {
    @Override
    byte[] bytes(Consumer<JsonWriter> content) {
      return JsonWriter.bytes(content);
    }
  },
  /** For people, who ask for it with {@code ?pretty}. */
  PRETTY {
    @Override
    byte[] bytes(Consumer<JsonWriter> content) {
      return JsonLayout.text(content).getBytes(StandardCharsets.UTF_8);
    }
  };

  /** The name in a query that asks for {@link #PRETTY}. */
  static final String PARAMETER = "pretty";

  /** The one that a request asks for; its query may be malformed, which others refuse. */
  static Layout of(Context context) {
    String query = Optional.ofNullable(context.queryString()).orElse("");
    List<String> parts = List.of(query.split("&"));
    return parts.contains(PARAMETER) || parts.contains(PARAMETER + "=true") ? PRETTY : COMPACT;
  }

  abstract byte[] bytes(Consumer<JsonWriter> content);
}
