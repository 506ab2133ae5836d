package dev.tollgate.server.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tollgate.server.http.json.JsonText;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A receiver on this machine that does what a test wants it to do. */
final class LocalReceiver implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 30;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final BlockingQueue<Message> messages = new LinkedBlockingQueue<>();
  private final AtomicInteger refusals = new AtomicInteger();
  private final CountDownLatch silence = new CountDownLatch(1);
  private volatile boolean silent;

  /** What arrived. */
  record Message(String id, long timestamp, String signature, byte[] body) {
    long event() {
      return JsonText.parse(body).get("id").asLong();
    }
  }

  private LocalReceiver(int port) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext("/", this::receive);
    server.setExecutor(threads);
    server.start();
  }

  static LocalReceiver start() throws IOException {
    return new LocalReceiver(0);
  }

  static LocalReceiver startOn(int port) throws IOException {
    return new LocalReceiver(port);
  }

  /** Answers the next messages with an error. */
  LocalReceiver refusing(int times) {
    refusals.set(times);
    return this;
  }

  /** Takes messages and never says so. */
  LocalReceiver silent() {
    silent = true;
    return this;
  }

  int port() {
    return server.getAddress().getPort();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + port() + "/events?key=confidential");
  }

  /** The next message, whether it was refused or not. */
  Message next() throws InterruptedException {
    Message message = messages.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    assertThat(message).as("a message").isNotNull();
    return message;
  }

  private void receive(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    messages.add(
        new Message(
            exchange.getRequestHeaders().getFirst("webhook-id"),
            Long.parseLong(exchange.getRequestHeaders().getFirst("webhook-timestamp")),
            exchange.getRequestHeaders().getFirst("webhook-signature"),
            body));
    if (silent) {
      awaitEnd();
    }
    boolean refuse = refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    exchange.sendResponseHeaders(refuse ? 500 : 204, -1);
    exchange.close();
  }

  private void awaitEnd() {
    try {
      silence.await();
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    silence.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
