package dev.tollgate.server.http;

import dev.tollgate.server.http.exchange.RequestBody;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/**
 * Hands a request on when its body has arrived, or cannot arrive any more: until then it takes no
 * thread, so that callers who send slowly keep nobody else waiting.
 */
final class WholeBody extends Handler.Wrapper {

  /** One byte more than is read tells that it is too long; nobody waits for the rest. */
  private static final int ENOUGH_BYTES = RequestBody.MOST_BYTES + 1;

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (request.getLength() == 0 || request.getLength() >= ENOUGH_BYTES) {
      return super.handle(request, response, callback);
    }
    new Arrival(request, response, callback).read();
    return true;
  }

  /** A body on its way. Its parts arrive one after the other. */
  private final class Arrival {

    private final Request request;
    private final Response response;
    private final Callback callback;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Arrival(Request request, Response response, Callback callback) {
      this.request = request;
      this.response = response;
      this.callback = callback;
    }

    /** Reads what there is, and goes on when there is more. */
    void read() {
      while (true) {
        Content.Chunk chunk = request.read();
        if (chunk == null) {
          // The thread that tells of more must not do what may wait.
          request.demand(() -> request.getContext().execute(this::read));
          return;
        }
        if (Content.Chunk.isFailure(chunk)) {
          handOn(Content.Chunk.from(chunk.getFailure()));
          return;
        }
        bytes.writeBytes(BufferUtil.toArray(chunk.getByteBuffer()));
        chunk.release();
        if (chunk.isLast()) {
          handOn(Content.Chunk.EOF);
          return;
        }
        if (bytes.size() >= ENOUGH_BYTES) {
          handOn(Content.Chunk.EMPTY);
          return;
        }
      }
    }

    private void handOn(Content.Chunk end) {
      Request arrived = new Arrived(request, ByteBuffer.wrap(bytes.toByteArray()), end);
      try {
        if (!WholeBody.super.handle(arrived, response, callback)) {
          Response.writeError(arrived, response, callback, 404);
        }
      } catch (Exception failed) {
        Response.writeError(arrived, response, callback, failed);
      }
    }
  }

  /** A request of which everything is there that will be read. */
  private static final class Arrived extends Request.Wrapper {

    private final Content.Chunk end;
    private ByteBuffer left;

    Arrived(Request request, ByteBuffer body, Content.Chunk end) {
      super(request);
      this.left = body;
      this.end = end;
    }

    @Override
    public Content.Chunk read() {
      if (left.hasRemaining()) {
        ByteBuffer all = left;
        left = BufferUtil.EMPTY_BUFFER;
        return Content.Chunk.from(all, false);
      }
      return end;
    }

    @Override
    public void demand(Runnable there) {
      there.run();
    }
  }
}
