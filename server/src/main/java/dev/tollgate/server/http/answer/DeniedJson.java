package dev.tollgate.server.http.answer;

import dev.tollgate.engine.decide.Denied;
import dev.tollgate.engine.decide.Retry;
import dev.tollgate.server.http.json.JsonWriter;

/** Why a call is denied, when it may be tried again, and what would help. */
final class DeniedJson {

  private DeniedJson() {}

  static void write(JsonWriter json, Denied denied) {
    json.object(
        "denied",
        () -> {
          json.text("quota", denied.quota());
          json.texts("also", denied.also());
          json.text("code", denied.code());
          json.text("message", denied.message());
          json.number("limit", denied.limit());
          json.number("used", denied.used());
          json.number("short", denied.shortBy());
          retry(json, denied.retry());
          ReasonJson.write(json, "because", denied.because());
          json.array("ways", denied.ways(), way -> WayJson.write(json, way));
        });
  }

  /** A known moment, or the reason why there is none. */
  private static void retry(JsonWriter json, Retry retry) {
    if (retry instanceof Retry.At known) {
      json.moment("retryAt", known.at());
      json.number("retryAfterSeconds", known.afterSeconds());
    } else {
      json.nothing("retryAt");
      json.nothing("retryAfterSeconds");
      json.text("retry", retry instanceof Retry.Never ? "never" : "unknown");
    }
  }
}
