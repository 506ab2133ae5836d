package dev.tollgate.server.http.endpoint;

import dev.tollgate.server.http.access.Caller;
import dev.tollgate.server.http.exchange.Endpoint;
import dev.tollgate.server.http.openapi.OpenApiDocument;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;

/** The description of this service. */
public final class ServeOpenApi implements Endpoint {

  /**
   * Read when it is first asked for: few ask, and it would be a tenth of the start of a service.
   */
  private static final class Document {
    static final byte[] BYTES = OpenApiDocument.load().toString().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void answer(Context context, Caller caller) {
    context.contentType("application/json").result(Document.BYTES);
  }
}
