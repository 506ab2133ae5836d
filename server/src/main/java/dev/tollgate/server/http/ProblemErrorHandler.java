package dev.tollgate.server.http;

import dev.tollgate.server.http.json.JsonWriter;
import dev.tollgate.server.http.problem.ProblemDocument;
import dev.tollgate.server.http.problem.ProblemJson;
import dev.tollgate.server.http.problem.ProblemOf;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Answers what the web server refuses by itself, such as header fields that are too long. */
final class ProblemErrorHandler extends ErrorHandler {

  @Override
  public boolean errorPageForMethod(String method) {
    return true;
  }

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int status,
      @Nullable String message,
      @Nullable Throwable cause,
      Callback callback) {
    byte[] body = JsonWriter.bytes(json -> ProblemJson.write(json, ProblemOf.ofStatus(status)));
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, ProblemDocument.MEDIA_TYPE);
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    response.write(true, ByteBuffer.wrap(body), callback);
  }
}
