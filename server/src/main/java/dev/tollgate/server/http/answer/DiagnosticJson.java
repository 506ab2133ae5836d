package dev.tollgate.server.http.answer;

import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.Fix;
import dev.tollgate.grammar.diagnostic.Position;
import dev.tollgate.grammar.diagnostic.Span;
import dev.tollgate.server.http.json.JsonWriter;
import java.util.List;

/**
 * Diagnostics for programs. Lines and columns count from 1, columns in UTF-16 units; an end is the
 * place behind the last character.
 */
public final class DiagnosticJson {

  private DiagnosticJson() {}

  /** An array in the order of the places. */
  public static void write(JsonWriter json, String name, List<Diagnostic> diagnostics) {
    json.array(
        name,
        diagnostics.stream().sorted(Diagnostic.BY_PLACE).toList(),
        diagnostic -> write(json, diagnostic));
  }

  private static void write(JsonWriter json, Diagnostic diagnostic) {
    json.object(
        () -> {
          json.text("severity", diagnostic.severity().word());
          json.text("code", diagnostic.code().code());
          json.text("message", diagnostic.message());
          span(json, diagnostic.span());
          json.array(
              "related",
              diagnostic.related(),
              related ->
                  json.object(
                      () -> {
                        json.text("message", related.message());
                        span(json, related.span());
                      }));
          json.texts("hints", diagnostic.hints());
          diagnostic.fix().ifPresentOrElse(fix -> fix(json, fix), () -> json.nothing("fix"));
        });
  }

  private static void span(JsonWriter json, Span span) {
    json.text("file", span.file());
    json.number("line", span.line());
    json.number("column", span.column());
    position(json, "end", span.end());
  }

  private static void position(JsonWriter json, String name, Position position) {
    json.object(
        name,
        () -> {
          json.number("line", position.line());
          json.number("column", position.column());
        });
  }

  private static void fix(JsonWriter json, Fix fix) {
    json.object(
        "fix",
        () -> {
          span(json, fix.span());
          json.text("replacement", fix.replacement());
        });
  }
}
