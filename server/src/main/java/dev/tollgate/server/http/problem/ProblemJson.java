package dev.tollgate.server.http.problem;

import dev.tollgate.engine.decide.Problem;
import dev.tollgate.server.http.answer.QuoteJson;
import dev.tollgate.server.http.json.JsonWriter;

/** A problem document as JSON. */
public final class ProblemJson {

  private ProblemJson() {}

  /**
   * An object; {@code quote} and {@code violated-policies} stand in it only when they say
   * something.
   */
  public static void write(JsonWriter json, ProblemDocument document) {
    json.object(
        () -> {
          json.text("type", document.type());
          json.text("title", document.title());
          json.number("status", document.status());
          json.text("detail", document.detail());
          json.text("code", document.code());
          json.array("errors", document.errors(), problem -> write(json, problem));
          if (!document.violated().isEmpty()) {
            json.texts("violated-policies", document.violated());
          }
          document
              .quote()
              .ifPresent(
                  quote -> {
                    json.name("quote");
                    QuoteJson.write(json, quote);
                  });
        });
  }

  private static void write(JsonWriter json, Problem problem) {
    json.object(
        () -> {
          json.text("pointer", problem.pointer());
          json.text("code", problem.code());
          json.text("message", problem.message());
          problem.nearest().ifPresent(nearest -> json.text("nearest", nearest));
        });
  }
}
