package dev.tollgate.server.http;

import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Bounds of the web server: sizes, threads, patience. */
final class WebServer {

  private static final int MOST_HEADER_BYTES = 16 * 1024;
  private static final int MOST_THREADS = 200;
  private static final long IDLE_MILLIS = 30_000;

  /** How long a connection on which nothing happens is kept open while the server stops. */
  private static final long SHUTDOWN_IDLE_MILLIS = 100;

  private static final long MILLIS_TO_FINISH = 10_000;

  private WebServer() {}

  static void configure(JavalinConfig config, String host, int port) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.prefer405over404 = true;
    config.http.compressionStrategy = CompressionStrategy.NONE;
    QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS);
    threads.setName("http");
    config.jetty.threadPool = threads;
    config.jetty.modifyHttpConfiguration(WebServer::configure);
    config.jetty.addConnector((server, http) -> connector(server, http, host, port));
    config.jetty.modifyServer(WebServer::configure);
    config.jetty.modifyServletContextHandler(
        handler -> handler.setErrorHandler(new ProblemErrorHandler()));
  }

  private static ServerConnector connector(
      Server server, HttpConfiguration http, String host, int port) {
    ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
    connector.setHost(host);
    connector.setPort(port);
    connector.setIdleTimeout(IDLE_MILLIS);
    connector.setShutdownIdleTimeout(SHUTDOWN_IDLE_MILLIS);
    return connector;
  }

  private static void configure(HttpConfiguration http) {
    http.setRequestHeaderSize(MOST_HEADER_BYTES);
    http.setSendServerVersion(false);
  }

  /**
   * Requests that are being answered when the server stops are still answered; one whose body has
   * not arrived by then is refused.
   */
  private static void configure(Server server) {
    server.setErrorHandler(new ProblemErrorHandler());
    server.insertHandler(new NoWebSockets());
    server.insertHandler(new GracefulHandler());
    server.insertHandler(new WholeBody());
    server.setStopTimeout(MILLIS_TO_FINISH);
  }
}
