package dev.tollgate.server.http.exchange;

import dev.tollgate.server.http.json.JsonWriter;
import dev.tollgate.server.http.problem.ProblemDocument;
import dev.tollgate.server.http.problem.ProblemJson;
import io.javalin.http.Context;
import java.util.function.Consumer;

/** Writes responses. Answers hold for their moment alone, so none may be stored on the way. */
public final class Responses {

  private Responses() {}

  /** 200 with a JSON value. */
  public static void ok(Context context, Consumer<JsonWriter> content) {
    json(context, 200, "application/json", content);
  }

  /** 200 with a text that is no JSON. */
  public static void text(Context context, String mediaType, String text) {
    context
        .contentType(mediaType + "; charset=utf-8")
        .header("Cache-Control", "no-store")
        .result(text);
  }

  /** 204. */
  public static void nothing(Context context) {
    context.status(204).header("Cache-Control", "no-store").res().setContentType(null);
  }

  /** The status of the problem, with its document. */
  public static void problem(Context context, ProblemDocument problem) {
    json(
        context,
        problem.status(),
        ProblemDocument.MEDIA_TYPE,
        json -> ProblemJson.write(json, problem));
  }

  /** Any status with a JSON value. */
  public static void json(
      Context context, int status, String mediaType, Consumer<JsonWriter> content) {
    context
        .status(status)
        .contentType(mediaType)
        .header("Cache-Control", "no-store")
        .result(Layout.of(context).bytes(content));
  }
}
