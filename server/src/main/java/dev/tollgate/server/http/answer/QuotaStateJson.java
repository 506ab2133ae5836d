package dev.tollgate.server.http.answer;

import dev.tollgate.engine.decide.NextReturn;
import dev.tollgate.engine.decide.QuotaState;
import dev.tollgate.server.http.json.JsonWriter;

/** How a quota stands. What says nothing in a case is left out: keys, counted, beyond, warned. */
final class QuotaStateJson {

  private QuotaStateJson() {}

  static void write(JsonWriter json, QuotaState state) {
    json.object(
        () -> {
          json.text("quota", state.quota());
          json.text("unit", state.unit());
          if (!state.keys().isEmpty()) {
            json.object("keys", () -> state.keys().forEach(json::text));
          }
          json.number("limit", state.limit());
          json.number("included", state.included());
          json.number("used", state.used());
          json.number("remaining", state.remaining());
          json.text("window", state.window());
          state
              .nextReturn()
              .ifPresentOrElse(next -> write(json, next), () -> json.nothing("nextReturn"));
          if (!state.counted()) {
            json.yesOrNo("counted", false);
          }
          state.beyond().ifPresent(beyond -> json.number("beyond", beyond));
          if (!state.warned().isEmpty()) {
            json.numbers("warned", state.warned());
          }
        });
  }

  private static void write(JsonWriter json, NextReturn next) {
    json.object(
        "nextReturn",
        () -> {
          json.moment("at", next.at());
          json.number("amount", next.amount());
        });
  }
}
