package dev.tollgate.server.http;

import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Turns web sockets away. The service has none, and behind this handler each attempt would open a
 * session that nobody closes.
 */
final class NoWebSockets extends Handler.Wrapper {

  private static final String FIELD = "Sec-WebSocket-Version";

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (request.getHeaders().contains(FIELD)) {
      Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
      return true;
    }
    return super.handle(request, response, callback);
  }
}
